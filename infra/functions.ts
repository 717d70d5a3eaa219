/**
 * Every function of the system. The name is its folder: `api-events` is built from `functions/api/events/index.ts`. A large
 * one is the same code with more memory.
 */
export const functionNames = [
  'api-events',
  'api-certifications',
  'api-validation',
  'api-datasets',
  'api-directory',
  'api-reports',
  'flow-publish',
  'flow-snapshot',
  'flow-approval',
  'worker-run-validation',
  'worker-run-validation-large',
  'worker-ingest-upload',
  'worker-ingest-upload-large',
  'worker-deliver-notifications',
  'worker-dead-letters',
  'stream-relay-outbox',
  'schedule-fire',
  'schedule-sweep',
  'schedule-seal',
  'schedule-clean',
  'schedule-retention',
  'schedule-compact',
] as const;

export type FunctionName = (typeof functionNames)[number];

export const entryOf = (name: FunctionName): string => {
  const [kind, ...rest] = name.split('-');
  return `functions/${kind}/${rest.filter((part) => part !== 'large').join('-')}/index.ts`;
};
