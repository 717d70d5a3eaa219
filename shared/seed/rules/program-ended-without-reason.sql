WITH ended AS (
  SELECT studentUniqueId, programName, beginDate, endDate, reasonExited FROM studentProgramAssociations
  UNION ALL
  SELECT studentUniqueId, programName, beginDate, endDate, reasonExited FROM studentSpecialEducationProgramAssociations
  UNION ALL
  SELECT studentUniqueId, programName, beginDate, endDate, reasonExited FROM studentLanguageInstructionProgramAssociations
  UNION ALL
  SELECT studentUniqueId, programName, beginDate, endDate, reasonExited FROM studentCTEProgramAssociations
  UNION ALL
  SELECT studentUniqueId, programName, beginDate, endDate, reasonExited FROM studentNeglectedOrDelinquentProgramAssociations
)
SELECT
  ended.studentUniqueId AS "State ID",
  student.lastSurname AS "Last Name",
  student.firstName AS "First Name",
  ended.programName AS "Program",
  ended.beginDate AS "Begin Date",
  ended.endDate AS "End Date"
FROM ended
LEFT JOIN students AS student USING (studentUniqueId)
WHERE ended.endDate IS NOT NULL AND coalesce(trim(ended.reasonExited), '') = ''
