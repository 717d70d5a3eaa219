import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import { validationSteps } from '../../../domain/participant/state.ts';
import { severities } from '../../../domain/rule-library/state.ts';
import { runProblemCodes } from '../../../domain/validation-run/problems.ts';
import type { RuleResult } from '../../../domain/validation-run/state.ts';
import type { CertificationEventId, OrganizationId, RunId, SnapshotId, UserId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { pinnedGroup } from './body.ts';
import { exactly } from './exactly.ts';
import { count, idOf, instant } from './primitives.ts';
import { storedObject } from './stored-object.ts';

const identity = {
  id: idOf<RunId>(),
  certificationEventId: idOf<CertificationEventId>(),
  organizationId: idOf<OrganizationId>(),
  districtId: idOf<OrganizationId>(),
  step: z.enum(validationSteps).nullable(),
  group: pinnedGroup.nullable(),
  lane: z.enum(['DISTRICT', 'STATE', 'SNAPSHOT']),
  title: z.string(),
  format: z.enum(['html', 'csv', 'json', 'xlsx', 'pdf']),
  round: count,
  revision: count,
  snapshotId: idOf<SnapshotId>().nullable(),
  dataVersions: z.record(z.string(), z.string()),
  dataHash: z.string(),
  requestedBy: idOf<UserId>().nullable(),
  queuedAt: instant,
  retryOf: idOf<RunId>().nullable(),
  size: count,
  requeues: count,
};

const ruleResult = exactly<RuleResult>()(
  z.strictObject({
    dataset: z.string(),
    ruleCode: z.string(),
    ruleName: z.string(),
    severity: z.enum(severities),
    outcome: z.enum(['PASSED', 'FINDINGS', 'LISTED', 'ERRORED', 'NOT_APPLICABLE']),
    count,
    columns: z.array(z.string()),
    causeColumn: z.string().nullable(),
    problem: z.string().nullable(),
    problemCode: z.string().nullable(),
    problemFacts: z.record(z.string(), z.string()),
  }),
);

export const runForm: EntityForm<'run'> = {
  schema: exactly<StateOf<'run'>>()(
    z.discriminatedUnion('status', [
      z.strictObject({ ...identity, status: z.literal('QUEUED') }),
      z.strictObject({ ...identity, status: z.literal('RUNNING'), startedAt: instant }),
      z.strictObject({
        ...identity,
        status: z.literal('COMPLETED'),
        startedAt: instant,
        finishedAt: instant,
        results: z.array(ruleResult),
        blockers: count,
        findings: storedObject,
        recordsRead: count,
        engineVersion: z.string(),
      }),
      z.strictObject({
        ...identity,
        status: z.enum(['FAILED', 'CANCELLED', 'SUPERSEDED']),
        finishedAt: instant,
        problemCode: z.enum(runProblemCodes),
      }),
    ]),
  ),
  packed: true,
  key: keys.run,
  indexes: (state) => ({
    ...listedAs.runOf(state, state.queuedAt, state.id),
    ...(state.status === 'QUEUED' || state.status === 'RUNNING'
      ? listedAs.queuedRun(state.step === null ? 2 : 1, state)
      : {}),
  }),
};
