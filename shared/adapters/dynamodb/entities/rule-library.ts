import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import { type RuleVersion, ruleStatuses, severities } from '../../../domain/rule-library/state.ts';
import type { GroupId, RuleId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { level } from './level.ts';
import { count, idOf } from './primitives.ts';

export const ruleVersion = exactly<RuleVersion>()(
  z.strictObject({
    id: idOf<RuleId>(),
    ruleVersion: count,
    code: z.string(),
    name: z.string(),
    severity: z.enum(severities),
    kind: z.enum(['FINDINGS', 'LISTING']),
    level,
    datasets: z.array(z.string()),
    previousDatasets: z.array(z.string()),
    sql: z.string(),
    parameters: z.array(
      z.strictObject({
        name: z.string(),
        type: z.enum(['STRING', 'NUMBER', 'DATE', 'CALENDAR']),
        default: z.union([z.string(), z.number()]).nullable(),
      }),
    ),
    message: z.string(),
    causeColumn: z.string().nullable(),
    resolution: z.string().nullable(),
    helpUrl: z.string().nullable(),
    adHocFilter: z.boolean(),
  }),
);

export const ruleForm: EntityForm<'rule'> = {
  schema: exactly<StateOf<'rule'>>()(
    z.strictObject({ id: idOf<RuleId>(), status: z.enum(ruleStatuses), newest: ruleVersion }),
  ),
  packed: false,
  key: keys.rule,
  indexes: ({ id }) => listedAs.rule(id),
};

export const validationGroupForm: EntityForm<'validationGroup'> = {
  schema: exactly<StateOf<'validationGroup'>>()(
    z.strictObject({
      id: idOf<GroupId>(),
      groupVersion: count,
      name: z.string(),
      description: z.string().nullable(),
      level,
      active: z.boolean(),
      rules: z.array(
        z.strictObject({
          ruleId: idOf<RuleId>(),
          ruleVersion: count.nullable(),
          severityOverride: z.enum(severities).nullable(),
          enabled: z.boolean(),
        }),
      ),
    }),
  ),
  packed: false,
  key: keys.validationGroup,
  indexes: ({ id }) => listedAs.validationGroup(id),
};
