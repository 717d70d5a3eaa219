SELECT
  student.studentUniqueId AS "State ID",
  student.lastSurname AS "Last Name",
  student.firstName AS "First Name",
  student.birthDate AS "Birth Date"
FROM students AS student
ANTI JOIN studentSchoolAssociations AS enrollment USING (studentUniqueId)
