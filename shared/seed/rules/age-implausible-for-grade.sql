-- A child is 5 on the as-of date when entering kindergarten and one year older in each grade; one year younger is usual
-- too (a birthday after the as-of date). Grades without a usual age (ungraded, adult education) are not judged.
WITH graded AS (
  SELECT
    schoolId,
    studentUniqueId,
    split_part(entryGradeLevel, '#', 2) AS grade,
    CASE split_part(entryGradeLevel, '#', 2)
      WHEN 'Kindergarten' THEN 0
      WHEN 'First grade' THEN 1
      WHEN 'Second grade' THEN 2
      WHEN 'Third grade' THEN 3
      WHEN 'Fourth grade' THEN 4
      WHEN 'Fifth grade' THEN 5
      WHEN 'Sixth grade' THEN 6
      WHEN 'Seventh grade' THEN 7
      WHEN 'Eighth grade' THEN 8
      WHEN 'Ninth grade' THEN 9
      WHEN 'Tenth grade' THEN 10
      WHEN 'Eleventh grade' THEN 11
      WHEN 'Twelfth grade' THEN 12
    END AS gradeNumber
  FROM studentSchoolAssociations, certification
  WHERE entryDate BETWEEN school_year_start AND school_year_end
),
aged AS (
  SELECT graded.*, student.lastSurname, student.firstName, student.birthDate,
    date_sub('year', student.birthDate, certification.as_of) AS age
  FROM graded
  JOIN students AS student USING (studentUniqueId)
  CROSS JOIN certification
)
SELECT DISTINCT
  schoolId AS "School #",
  studentUniqueId AS "State ID",
  lastSurname AS "Last Name",
  firstName AS "First Name",
  grade AS "Grade",
  birthDate AS "Birth Date",
  age AS "Age",
  gradeNumber + 4 AS "Usual From",
  gradeNumber + 5 AS "Usual To"
FROM aged
WHERE age NOT BETWEEN gradeNumber + 4 AND gradeNumber + 5
