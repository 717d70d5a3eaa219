/** Student Tardiness as the small state's administrator sends it. */
export const tardinessBody = {
  name: 'Student Tardiness',
  reportingYear: 2026,
  startDate: '2026-05-01',
  certificationOpensDate: '2026-05-04',
  endDate: '2026-05-18',
  level: 'DISTRICT',
  categoryId: 'cat_attendance',
  dataLinks: [{ type: 'VALIDATION_GROUP', groupId: 'grp_tardiness' }],
  participants: ['255901', '255903'],
  snapshotMethod: 'ON_CERT_START',
  missingSnapshotAt: '2026-05-11T12:00:00Z',
};
