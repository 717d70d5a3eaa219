import type { Node } from 'constructs';
import * as z from 'zod';

const flag = z.union([z.boolean(), z.stringbool()]);
const arn = z.string().regex(/^arn:[\w-]+:/);

const contextSchema = z.strictObject({
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,11}$/, 'is a short lower-case name')
    .default('dev'),
  issuerUrl: z.url({ protocol: /^https$/ }).optional(),
  clientId: z.string().min(1).optional(),
  apiScope: z.string().min(1).default('attest/api'),
  userIdClaim: z.string().min(1).default('username'),
  mailFrom: z.email().optional(),
  domainName: z.hostname().optional(),
  certificateArn: arn.optional(),
  webAclArn: arn.optional(),
  alarmTopicArn: arn.optional(),
  monthlyBudget: z.coerce.number().positive().default(200),
  owner: z.string().min(1).max(100).default('education-agency'),
  retentionYears: z.coerce.number().int().min(1).max(99).default(7),
  originKey: z.coerce.number().int().min(1).default(1),
  reserveConcurrency: flag.default(true),
});

export const settingNames: readonly string[] = Object.keys(contextSchema.shape);

const settingsSchema = contextSchema
  .refine(({ issuerUrl, clientId }) => (issuerUrl === undefined) === (clientId === undefined), {
    error: 'issuerUrl and clientId belong together: the agency issuer, and the client of these pages there',
  })
  .refine(({ domainName, certificateArn }) => (domainName === undefined) === (certificateArn === undefined), {
    error: 'domainName and certificateArn belong together: the certificate (in us-east-1) is for that name',
  })
  .refine(({ stage, mailFrom }) => stage !== 'prod' || mailFrom !== undefined, {
    error: 'a production deployment needs mailFrom, an address the agency has verified with SES',
  })
  .refine(({ stage, alarmTopicArn }) => stage !== 'prod' || alarmTopicArn !== undefined, {
    error: 'a production deployment needs alarmTopicArn, the SNS topic of those who answer when something rings',
  })
  .transform(({ issuerUrl, clientId, domainName, certificateArn, mailFrom, ...rest }) => ({
    ...rest,
    mailFrom: mailFrom ?? 'attest@example.org',
    production: rest.stage === 'prod',
    ownIssuer: issuerUrl && clientId ? { url: issuerUrl, clientId } : undefined,
    ownDomain: domainName && certificateArn ? { name: domainName, certificateArn } : undefined,
  }));

/** What an agency may choose, from `cdk.json` or `-c name=value`; docs/deploy.md says what each means. */
export type Settings = z.infer<typeof settingsSchema>;

/** Throws, naming the value, when one is not acceptable or stands without its partner. */
export const readSettings = (node: Node): Settings => {
  const given = settingNames.map((name): [string, unknown] => [name, node.tryGetContext(name)]);
  const read = settingsSchema.safeParse(Object.fromEntries(given.filter(([, value]) => value !== undefined)));
  if (!read.success) throw new Error(`The deployment's settings are not acceptable:\n${z.prettifyError(read.error)}`);
  return read.data;
};
