SELECT
  (SELECT min(nameOfInstitution) FROM localEducationAgencies) AS "District",
  (SELECT min(localEducationAgencyId) FROM localEducationAgencies) AS "District #",
  school.nameOfInstitution AS "School",
  attendance.schoolId AS "School #",
  attendance.studentUniqueId AS "State ID",
  student.lastSurname AS "Last Name",
  student.firstName AS "First Name",
  count(*) FILTER (WHERE attendance.attendanceEventCategory LIKE '%#Tardy') AS "Tardies",
  min(attendance.eventDate) FILTER (WHERE attendance.attendanceEventCategory LIKE '%#Tardy') AS "First Tardy",
  max(attendance.eventDate) FILTER (WHERE attendance.attendanceEventCategory LIKE '%#Tardy') AS "Last Tardy",
  count(*) FILTER (WHERE attendance.attendanceEventCategory LIKE '%#Excused Absence') AS "Excused Absences",
  count(*) FILTER (WHERE attendance.attendanceEventCategory LIKE '%#Unexcused Absence') AS "Unexcused Absences"
FROM studentSchoolAttendanceEvents AS attendance
CROSS JOIN certification
LEFT JOIN schools AS school ON school.schoolId = attendance.schoolId
LEFT JOIN students AS student ON student.studentUniqueId = attendance.studentUniqueId
WHERE attendance.eventDate BETWEEN certification.school_year_start AND certification.school_year_end
GROUP BY ALL
HAVING count(*) FILTER (WHERE attendance.attendanceEventCategory LIKE '%#Tardy') > 0
