import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import type { CertificationEvent, CompleteOutline, Outline } from '../../../domain/certification-event/state.ts';
import type { CategoryId, CertificationEventId, OrganizationId, UserId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { level } from './level.ts';
import { calendarDate, count, idOf, instant } from './primitives.ts';
import { storedObject } from './stored-object.ts';

const snapshotMethod = z.enum(['NONE', 'ON_CERT_START', 'FULL']);

const required = {
  startDate: calendarDate,
  certificationOpensDate: calendarDate,
  endDate: calendarDate,
  level,
  categoryId: idOf<CategoryId>(),
  snapshotMethod,
};

const always = {
  name: z.string(),
  reportingYear: z.int(),
  active: z.boolean(),
  missingSnapshotAt: instant.nullable(),
  fullSnapshotAt: instant.nullable(),
  allowDistrictRetake: z.boolean(),
};

const completeOutline = exactly<CompleteOutline>()(z.strictObject({ ...always, ...required }));
const outline = exactly<Outline>()(
  z.strictObject({
    ...always,
    startDate: required.startDate.nullable(),
    certificationOpensDate: required.certificationOpensDate.nullable(),
    endDate: required.endDate.nullable(),
    level: required.level.nullable(),
    categoryId: required.categoryId.nullable(),
    snapshotMethod: required.snapshotMethod.nullable(),
  }),
);

const draft = z.strictObject({ outline, bodyId: z.string() });
const publishing = z.strictObject({
  revision: count,
  attempt: count,
  outline: completeOutline,
  bodyId: z.string(),
  startedAt: instant,
  startedBy: idOf<UserId>(),
  participantCount: count,
  requireRecertification: z.boolean(),
  withdrawals: z.array(z.strictObject({ organizationId: idOf<OrganizationId>(), reason: z.string() })),
  problem: z.string().nullable(),
});
const published = z.strictObject({
  revision: count,
  outline: completeOutline,
  bodyId: z.string(),
  publishedAt: instant,
  publishedBy: idOf<UserId>(),
  participantCount: count,
  formerBodies: z.array(z.strictObject({ revision: count, bodyId: z.string() })),
});

const legalHold = z.strictObject({ reason: z.string(), placedBy: idOf<UserId>(), placedAt: instant });
const deletion = z.strictObject({ begunAt: instant, retentionYears: count, finishedAt: instant.nullable() });
const compaction = z.strictObject({
  manifest: storedObject,
  objects: count,
  rows: count,
  bytes: count,
  compactedAt: instant,
  publishedAt: instant.nullable(),
});

const identity = {
  id: idOf<CertificationEventId>(),
  number: count,
  createdBy: idOf<UserId>(),
  createdAt: instant,
  copiedFrom: idOf<CertificationEventId>().nullable(),
};

const reportingYearOf = (state: Exclude<CertificationEvent, { readonly status: 'DELETED' }>): number => {
  switch (state.status) {
    case 'OPEN':
      return state.draft.outline.reportingYear;
    case 'PUBLISHING':
      return state.publishing.outline.reportingYear;
    case 'PUBLISHED':
    case 'CLOSED':
      return state.published.outline.reportingYear;
  }
};

export const certificationEventForm: EntityForm<'certificationEvent'> = {
  schema: exactly<StateOf<'certificationEvent'>>()(
    z.discriminatedUnion('status', [
      z.strictObject({ ...identity, status: z.literal('OPEN'), draft }),
      z.strictObject({ ...identity, status: z.literal('PUBLISHING'), publishing }),
      z.strictObject({
        ...identity,
        status: z.literal('PUBLISHED'),
        published,
        draft: draft.nullable(),
        publishing: publishing.nullable(),
      }),
      z.strictObject({
        ...identity,
        status: z.literal('CLOSED'),
        published,
        closedAt: instant,
        closedBy: idOf<UserId>(),
        comment: z.string(),
        // Rows that were closed before there was a retention rule, or compaction, say nothing of it.
        legalHold: legalHold.nullable().default(null),
        deletion: deletion.nullable().default(null),
        compaction: compaction.nullable().default(null),
      }),
      z.strictObject({ ...identity, status: z.literal('DELETED'), deletedAt: instant, deletedBy: idOf<UserId>() }),
    ]),
  ),
  packed: true,
  key: keys.certificationEvent,
  // A tombstone is gone from every list; only its id still finds it.
  indexes: (state) => (state.status === 'DELETED' ? {} : listedAs.certificationEvent(reportingYearOf(state), state.id)),
};
