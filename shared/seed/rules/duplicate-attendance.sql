SELECT
  schoolId AS "School #",
  studentUniqueId AS "State ID",
  eventDate AS "Date",
  count(*) AS "Events",
  string_agg(split_part(attendanceEventCategory, '#', 2), ', ' ORDER BY attendanceEventCategory, sessionName) AS "Categories"
FROM studentSchoolAttendanceEvents
GROUP BY ALL
HAVING count(*) > 1
