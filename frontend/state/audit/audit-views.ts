/** The trail, and the seals over it. */
export const auditViews = ['entries', 'seals'] as const;
export type AuditView = (typeof auditViews)[number];
