import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import { givenUpAt } from '../../../application/snapshots/given-up-at.ts';
import type { CertificationEventId, OrganizationId, SnapshotId, UserId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { count, idOf, instant } from './primitives.ts';
import { storedObject } from './stored-object.ts';

const identity = {
  id: idOf<SnapshotId>(),
  certificationEventId: idOf<CertificationEventId>(),
  organizationId: idOf<OrganizationId>(),
  districtId: idOf<OrganizationId>(),
  round: count,
  sequence: count,
  trigger: z.enum(['CERT_START', 'MANUAL_TAKE', 'RETAKE', 'FULL', 'CLEANUP', 'STATE_MANUAL']),
  requestedBy: idOf<UserId>().nullable(),
  requestedAt: instant,
  supersedes: idOf<SnapshotId>().nullable(),
};

export const snapshotForm: EntityForm<'snapshot'> = {
  schema: exactly<StateOf<'snapshot'>>()(
    z.discriminatedUnion('status', [
      z.strictObject({ ...identity, status: z.literal('QUEUED') }),
      z.strictObject({
        ...identity,
        status: z.literal('COMPLETED'),
        state: z.enum(['CURRENT', 'SUPERSEDED', 'LOCKED', 'HISTORY']),
        takenAt: instant,
        pinned: z.array(
          z.strictObject({ dataset: z.string(), version: z.string(), rows: count, object: storedObject }),
        ),
        contentHash: z.string(),
        manifest: storedObject,
        warnings: z.array(z.enum(['NO_DATA', 'COPIES_DIFFER'])),
      }),
      z.strictObject({ ...identity, status: z.literal('FAILED'), failedAt: instant, problem: z.string() }),
    ]),
  ),
  packed: true,
  key: keys.snapshot,
  indexes: (state) => ({
    ...listedAs.snapshotOf(state, state.sequence),
    ...listedAs.snapshotOfCertificationEvent(state, state.sequence),
    ...(state.status === 'QUEUED' ? listedAs.due(state.id, givenUpAt(state.requestedAt)) : {}),
  }),
};
