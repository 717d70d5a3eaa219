-- The sum can only rise on a day on which an enrollment begins. The exit date is the first day out, so that a student who
-- changes schools on one day counts once; an enrollment that ends before it begins is never open.
WITH open AS (
  SELECT
    studentUniqueId,
    schoolId,
    entryDate,
    coalesce(exitWithdrawDate, DATE '9999-12-31') AS exitDate,
    coalesce(fullTimeEquivalency, 1) AS fte
  FROM studentSchoolAssociations
),
days AS (
  SELECT DISTINCT studentUniqueId, entryDate AS day FROM open
)
SELECT
  days.studentUniqueId AS "State ID",
  student.lastSurname AS "Last Name",
  student.firstName AS "First Name",
  days.day AS "Day",
  count(*) AS "Enrollments",
  sum(open.fte) AS "FTE",
  string_agg(open.schoolId, ', ' ORDER BY open.schoolId) AS "Schools"
FROM days
JOIN open ON open.studentUniqueId = days.studentUniqueId AND open.entryDate <= days.day AND open.exitDate > days.day
LEFT JOIN students AS student ON student.studentUniqueId = days.studentUniqueId
GROUP BY ALL
HAVING count(*) > 1 AND sum(open.fte) > 1
