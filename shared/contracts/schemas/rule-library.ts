import * as z from 'zod';
import { parseCalendarDate } from '../../kernel/calendar-date.ts';
import { organizationId, ruleId } from './ids.ts';
import { exactText, idText, reportingYear, text } from './text.ts';

export const severity = z.enum(['FATAL', 'SPECIAL_WARNING', 'WARNING', 'INFO']);

const kind = z.enum(['FINDINGS', 'LISTING']);
const level = z.enum(['DISTRICT', 'SCHOOL']);

const parameterValue = z.union([exactText(1_000), z.number()]).nullable();
const fitting = {
  STRING: (value: unknown) => typeof value === 'string',
  NUMBER: (value: unknown) => typeof value === 'number',
  DATE: (value: unknown) => typeof value === 'string' && parseCalendarDate(value) !== undefined,
  CALENDAR: (value: unknown) => typeof value === 'string',
} as const;

const parameter = z
  .strictObject({
    name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'is not a plain name'),
    type: z.enum(['STRING', 'NUMBER', 'DATE', 'CALENDAR']),
    default: parameterValue.default(null),
  })
  .refine(({ type, default: value }) => value === null || fitting[type](value), {
    path: ['default'],
    message: 'is not of the type of the parameter',
  });

const parameters = z
  .array(parameter)
  .max(50)
  .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length, 'names one twice');

/** Long enough for every text that the gate judges; it says what is too long for a rule. */
const sql = z.string().max(100_000);
const reason = text(2_000).optional();

const ruleFields = {
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'is not a code of letters, digits, dots and dashes'),
  name: text(200),
  severity,
  kind,
  level,
  datasets: z.array(idText).min(1).max(100),
  sql,
  message: text(2_000),
  causeColumn: exactText(200).min(1).nullable(),
  resolution: text(4_000).nullable(),
  helpUrl: exactText(2_000).nullable(),
  parameters,
  adHocFilter: z.boolean(),
};

/** A new rule. `reason` goes into its change log. */
export const ruleBody = z.strictObject({
  ...ruleFields,
  causeColumn: ruleFields.causeColumn.default(null),
  resolution: ruleFields.resolution.default(null),
  helpUrl: ruleFields.helpUrl.default(null),
  parameters: ruleFields.parameters.default([]),
  adHocFilter: ruleFields.adHocFilter.default(false),
  status: z.enum(['DRAFT', 'ACTIVE']).default('ACTIVE'),
  reason,
});

/** What is left out stays as it is in the newest version. */
export const ruleVersionBody = z.strictObject({ ...z.strictObject(ruleFields).partial().shape, reason });

export const ruleChangeBody = z.strictObject({ status: z.enum(['DRAFT', 'ACTIVE', 'ARCHIVED']), reason });

/** Without a reporting year the one of the day is taken; the reply says which. */
export const ruleCheckBody = z.strictObject({
  sql,
  organizationId,
  lane: z.enum(['DISTRICT', 'STATE']),
  reportingYear: reportingYear.optional(),
  kind: kind.default('FINDINGS'),
  severity: severity.optional(),
  level: level.optional(),
  datasets: z.array(idText).max(100).optional(),
  parameters: parameters.default([]),
});

const ruleWarning = z.object({
  code: z.string(),
  detail: z.string(),
  /** Says the same as `detail`, for texts in another language. Answers that were kept before it was told have none. */
  facts: z.record(z.string(), z.string()).optional(),
});

export const ruleCheckReply = z
  .object({
    outcome: z.enum(['PASSED', 'FINDINGS', 'LISTED', 'NOT_APPLICABLE']),
    count: z.int(),
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    sample: z.array(z.record(z.string(), z.unknown())),
    milliseconds: z.int(),
    datasets: z.array(z.string()),
    previousDatasets: z.array(z.string()),
    warnings: z.array(ruleWarning),
    problem: z.string().nullable(),
    problemCode: z.string().nullable(),
    problemFacts: z.record(z.string(), z.string()),
    organizationId: z.string(),
    lane: z.string(),
    reportingYear: z.int(),
    asOf: z.string(),
  })
  .meta({ id: 'RuleCheck' });

/** One line of the change log: a new version, or a new status. */
const ruleChange = z.object({
  at: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
  command: z.string(),
  version: z.int(),
  severityBefore: severity.nullable(),
  severity,
  statusBefore: z.string().nullable(),
  status: z.string(),
});

export const rule = z
  .object({
    id: z.string(),
    version: z.int(),
    status: z.enum(['DRAFT', 'ACTIVE', 'ARCHIVED']),
    code: z.string(),
    name: z.string(),
    severity,
    kind,
    level,
    datasets: z.array(z.string()),
    previousDatasets: z.array(z.string()),
    sql: z.string(),
    parameters: z.array(
      z.object({ name: z.string(), type: z.string(), default: z.union([z.string(), z.number()]).nullable() }),
    ),
    message: z.string(),
    causeColumn: z.string().nullable(),
    resolution: z.string().nullable(),
    helpUrl: z.string().nullable(),
    adHocFilter: z.boolean(),
  })
  .meta({ id: 'Rule' });

/** A rule as it was written just now, with what its author should know about it. */
export const writtenRule = rule.extend({ warnings: z.array(ruleWarning) }).meta({ id: 'WrittenRule' });

export const oneRule = rule
  .extend({ newestVersion: z.int(), versions: z.array(z.int()), changeLog: z.array(ruleChange) })
  .meta({ id: 'RuleWithLog' });

/** Null: the group takes the rule as seriously as its author does. */
const severityOverride = severity.nullable();

const groupRules = z
  .array(
    z.strictObject({
      ruleId,
      version: z.int().min(1).nullable().default(null),
      severityOverride: severityOverride.default(null),
      enabled: z.boolean().default(true),
    }),
  )
  .max(200)
  .superRefine((rules, context) => {
    rules.forEach((entry, index) => {
      if (rules.findIndex((other) => other.ruleId === entry.ruleId) < index)
        context.addIssue({ code: 'custom', path: [index, 'ruleId'], message: 'is in the group already' });
    });
  });

const groupFields = {
  name: text(200),
  level,
  active: z.boolean(),
  description: text(4_000).nullable(),
  rules: groupRules,
};

/** A rule without a version follows the newest until a certification event pins it. */
export const groupBody = z.strictObject({
  ...groupFields,
  active: groupFields.active.default(true),
  description: groupFields.description.default(null),
  reason,
});

export const groupChangeBody = z.strictObject({ ...z.strictObject(groupFields).partial().shape, reason });

const groupShape = {
  id: z.string(),
  version: z.int(),
  name: z.string(),
  description: z.string().nullable(),
  level,
  active: z.boolean(),
};

export const validationGroup = z
  .object({
    ...groupShape,
    rules: z.array(
      z.object({ ruleId: z.string(), version: z.int().nullable(), severityOverride, enabled: z.boolean() }),
    ),
  })
  .meta({ id: 'ValidationGroup' });

/** `updateAvailable`: a newer version exists than the one this group holds to. */
export const oneGroup = z
  .object({
    ...groupShape,
    rules: z.array(
      z.object({
        ruleId: z.string(),
        version: z.int().nullable(),
        severityOverride,
        enabled: z.boolean(),
        code: z.string(),
        name: z.string(),
        severity,
        status: z.string(),
        newestVersion: z.int(),
        updateAvailable: z.boolean(),
      }),
    ),
    changeLog: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        reason: z.string().nullable(),
        version: z.int(),
        changed: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ValidationGroupWithRules' });
