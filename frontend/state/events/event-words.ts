/** The words that addresses and filters may hold, as the API knows them. */
export const eventStatuses = ['OPEN', 'PUBLISHING', 'PUBLISHED', 'CLOSED'] as const;
export const eventSorts = ['name', '-name', 'status', '-status', 'reportingYear', '-reportingYear'] as const;
export const participantStatuses = [
  'IN_PROGRESS',
  'SENT',
  'APPROVED',
  'RECERT_REQUESTED',
  'RECERT_IN_PROGRESS',
  'WITHDRAWN',
] as const;
export const participantSorts = ['name', '-name', 'number', '-number', 'status', '-status'] as const;
export const editorSteps = ['details', 'data', 'participants', 'snapshots'] as const;
export const viewerViews = ['status', 'details', 'snapshots', 'messages'] as const;

export type EditorStep = (typeof editorSteps)[number];
export type ViewerView = (typeof viewerViews)[number];
