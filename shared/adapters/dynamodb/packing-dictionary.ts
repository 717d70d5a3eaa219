/**
 * The words that packed states consist of, in the order of JSON; what occurs most often stands last, where deflate reaches it
 * cheapest. Frozen: a packed item can be read with exactly this text only. A better one gets a format number of its own.
 */
const words = [
  '"warnings":["NO_DATA"],"manifest":{"key":"snapshots/manifest.json","bytes":,"sha256":"',
  '"results":[{"dataset":"studentSchoolAttendanceEvents","ruleCode":"","ruleName":"","severity":"WARNING","outcome":"NOT_APPLICABLE","count":0,"columns":["studentUniqueId","schoolId","',
  '"severity":"FATAL","outcome":"PASSED","severity":"SPECIAL_WARNING","outcome":"FINDINGS","severity":"INFO","outcome":"LISTED","outcome":"ERRORED"',
  '"startedAt":"","finishedAt":"","blockers":0,"findings":{"key":"runs/run_/findings.parquet","bytes":,"sha256":""},"recordsRead":,"engineVersion":"DuckDB 1.',
  '"dataVersions":{"students":"","studentSchoolAssociations":"","studentProgramAssociations":"","sessions":"","schools":"","studentSchoolAttendanceEvents":""},"dataHash":"',
  '"step":"snapshot-validation","lane":"SNAPSHOT","title":"","format":"html","round":1,"revision":1,"snapshotId":null,"requestedBy":"","queuedAt":"","retryOf":null,"size":,"requeues":0}',
  '"trigger":"CERT_START","requestedBy":"","requestedAt":"","supersedes":null,"status":"COMPLETED","state":"CURRENT","takenAt":"","pinned":[{"dataset":"","version":"","rows":,"object":{"key":"lanes/',
  '"trigger":"MANUAL_TAKE","trigger":"RETAKE","trigger":"FULL","trigger":"CLEANUP","state":"LOCKED","state":"SUPERSEDED","state":"HISTORY"',
  '"syncPaused":false,"datasets":{"districtChangedAt":"","stateSyncedAt":"","district":{"dataset":"","version":"","declarationVersion":1,"rows":,"rowsBySchool":{"255901001":},"object":{"key":"lanes//part-0.parquet","bytes":,"sha256":""},"acceptedAt":"',
  '"number":1,"createdBy":"","createdAt":"","copiedFrom":null,"status":"PUBLISHED","published":{"revision":1,"outline":{"name":"","reportingYear":20,"startDate":"20","certificationOpensDate":"20","endDate":"20","active":true,"level":"DISTRICT","categoryId":"cat_',
  '"snapshotMethod":"ON_CERT_START","missingSnapshotAt":null,"fullSnapshotAt":null,"allowDistrictRetake":true},"bodyId":"bdy_","publishedAt":"","publishedBy":"","participantCount":},"draft":null,"publishing":null}',
  '"status":"OPEN","draft":{"outline":{"status":"CLOSED","closedAt":"","closedBy":"","comment":"","status":"PUBLISHING","publishing":{"revision":1,"attempt":1,"startedAt":"","startedBy":"","requireRecertification":false,"withdrawals":[],"problem":null}',
  '"status":"RECERT_IN_PROGRESS","round":2,"status":"RECERT_REQUESTED","status":"WITHDRAWN","approval":{"by":"state-approver","at":"","notCertified":false,"reason":null,"snapshotId":"snp_","previousStatus":"SENT","previousTasks":{"":"COMPLETE"}},"openRequest":{"id":"req_","requestedBy":"","requestedAt":"","reason":"","previousStatus":"SENT","previousTaskStatus":"APPROVED_COMPLETE"}',
  '{"certificationEventId":"evt_01K","organizationId":"","name":" Independent School District","number":"","districtId":"","level":"SCHOOL","status":"IN_PROGRESS","revision":1,"round":1,"tasks":[{"userId":"","name":"","role":"REVIEWER","status":"NOT_APPLICABLE","startedAt":null,"dueDateOverride":null,"completions":{},"submission":null},',
  '{"userId":"-certifier","name":"","role":"CERTIFIER","status":"NOT_STARTED","startedAt":null,"dueDateOverride":null,"completions":{},"submission":null}],"steps":{},"snapshot":null,"snapshotSequence":0,"sentSequence":0,"sentAt":null,"mixedData":false,"awaitsConfirmation":false,"deadlineOverride":null,"approval":null,"openRequest":null}',
  '"level":"DISTRICT","status":"SENT","role":"CERTIFIER","status":"INCOMPLETE","role":"CERTIFIER","status":"COMPLETE","startedAt":"202',
  '"dueDateOverride":null,"completions":{"district-validation":{"runId":"run_01K","snapshotId":null,"at":"202',
  '"},"state-validation":{"runId":"run_01K","snapshotId":null,"at":"202',
  '"},"snapshot-validation":{"runId":"run_01K","snapshotId":"snp_01K","at":"202',
  '"}},"submission":{"at":"202","snapshotId":"snp_01K","dataHash":"","signedName":"","attestationVersion":1}}],',
  '"steps":{"district-validation":{"runId":"run_01K","status":"COMPLETED","blockers":0,"snapshotId":null,"dataHash":"","stale":false,"problem":null},',
  '"state-validation":{"runId":"run_01K","status":"QUEUED","blockers":null,"snapshotId":null,"dataHash":"","stale":false,"problem":null},',
  '"snapshot-validation":{"runId":"run_01K","status":"RUNNING","blockers":0,"snapshotId":"snp_01K","dataHash":"","stale":false,"problem":null}},',
  '"snapshot":{"snapshotId":"snp_01K","sequence":1,"status":"COMPLETED","state":"CURRENT","takenAt":"202","contentHash":"',
  '"},"snapshotSequence":1,"sentSequence":1,"sentAt":"202","mixedData":false,"awaitsConfirmation":false,"deadlineOverride":null,"approval":null,"openRequest":null}',
];

export const dictionary1 = Buffer.from(words.join(''));
