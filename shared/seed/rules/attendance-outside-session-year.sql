-- A session's year is written 2021-2022 and named by its last four digits.
SELECT
  attendance.schoolId AS "School #",
  attendance.studentUniqueId AS "State ID",
  attendance.eventDate AS "Date",
  split_part(attendance.attendanceEventCategory, '#', 2) AS "Category",
  attendance.sessionName AS "Session",
  attendance.schoolYear AS "Session Year"
FROM studentSchoolAttendanceEvents AS attendance, certification
WHERE attendance.eventDate NOT BETWEEN certification.school_year_start AND certification.school_year_end
  OR TRY_CAST(right(attendance.schoolYear, 4) AS INTEGER) IS DISTINCT FROM certification.reporting_year
