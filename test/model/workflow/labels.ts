/** The product's words, as the rulings give them. */
export const userLabels: Readonly<Record<string, string>> = {
  NOT_STARTED: 'Open',
  INCOMPLETE: 'Certification Incomplete',
  OVERDUE: 'Incomplete - Overdue',
  COMPLETE: 'Certification Complete',
  APPROVED_COMPLETE: 'Certification Complete',
  COMPLETE_BY_STATE: 'Certification Complete',
  REQUEST_PENDING: 'Recertification Request Pending',
  NOT_APPLICABLE: 'N/A',
};

export const participantLabels: Readonly<Record<string, string>> = {
  IN_PROGRESS: 'In Progress',
  SENT: 'Certification Sent to State',
  APPROVED: 'Certification Approved by State',
  RECERT_REQUESTED: 'Recertification Request Sent',
  RECERT_IN_PROGRESS: 'Recertification In Progress',
};
