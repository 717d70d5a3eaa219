SELECT
  enrollment.schoolId AS "School #",
  enrollment.studentUniqueId AS "State ID",
  student.lastSurname AS "Last Name",
  student.firstName AS "First Name",
  enrollment.entryDate AS "Entry Date",
  enrollment.exitWithdrawDate AS "Exit Date",
  split_part(enrollment.exitWithdrawType, '#', 2) AS "Exit Type"
FROM studentSchoolAssociations AS enrollment
LEFT JOIN students AS student USING (studentUniqueId)
WHERE enrollment.exitWithdrawDate < enrollment.entryDate
