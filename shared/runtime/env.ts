/** The environment variables a function may name; infra gives each function exactly those of the doors it uses. */
export const environmentNames = [
  'TABLE_NAME',
  'DATA_BUCKET',
  'REPORTS_BUCKET',
  'UPLOADS_BUCKET',
  'RUN_QUEUE_URL',
  'LARGE_RUN_QUEUE_URL',
  'INGEST_QUEUE_URL',
  'LARGE_INGEST_QUEUE_URL',
  'NOTIFY_QUEUE_URL',
  'PUBLISH_MACHINE_ARN',
  'SNAPSHOT_MACHINE_ARN',
  'APPROVAL_MACHINE_ARN',
  'SCHEDULE_GROUP_NAME',
  'SCHEDULE_ROLE_ARN',
  'SCHEDULE_DLQ_ARN',
  'FIRE_FUNCTION_ARN',
  'USER_POOL_ID',
  'TOKEN_ISSUER',
  'TOKEN_CLIENT_ID',
  'TOKEN_SCOPE',
  'USER_ID_CLAIM',
  'ORIGIN_KEYS',
  'MAIL_FROM',
  'PUBLIC_ORIGIN',
  'METRICS_NAMESPACE',
  'ENGINE_SIZE',
  'RETENTION_YEARS',
] as const;

export type EnvironmentName = (typeof environmentNames)[number];

/** Reads one declared variable. Throws when it is missing: a function without its environment must not start. */
export const env = (name: EnvironmentName): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is not set`);
  return value;
};

/** A variable that a deployment may leave out. */
export const envIfGiven = (name: 'USER_POOL_ID'): string | undefined => process.env[name] || undefined;
