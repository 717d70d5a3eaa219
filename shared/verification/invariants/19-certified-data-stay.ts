import { createHash } from 'node:crypto';
import { chainOf } from '../../application/audit/chain.ts';
import type { CompletedSnapshot } from '../../domain/snapshot/state.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { participantsOf } from '../event-part.ts';
import { at, textAt } from '../fields.ts';
import { type Found, type Invariant, none, type Part, unless } from '../invariant.ts';

const contentHash = ({ organizationId, pinned }: CompletedSnapshot): string =>
  createHash('sha256')
    .update(canonicalJson([organizationId, pinned.map(({ dataset, rows, object }) => [dataset, rows, object.sha256])]))
    .digest('hex');

const whatIsPinned = (state: unknown): string =>
  canonicalJson(['pinned', 'contentHash', 'manifest', 'takenAt'].map((name) => at(state, name) ?? null));

const snapshots = ({ own }: Part): Found =>
  own.of('snapshot').flatMap(({ state }) => {
    if (state.status !== 'COMPLETED') return none;
    const chain = chainOf('snapshot', state.id);
    const versions = own
      .history(chain)
      .filter(({ after }) => textAt(after, 'status') === 'COMPLETED')
      .map(({ after }) => whatIsPinned(after));
    return [
      ...unless(new Set(versions).size <= 1, chain, 'what it pins has changed since it was taken'),
      ...unless(contentHash(state) === state.contentHash, chain, 'its hash is not that of what it pins'),
    ];
  });

const submissions = (part: Part): Found =>
  participantsOf(part).flatMap(({ chain, state }) =>
    state.tasks.flatMap(({ userId, submission }) => {
      if (submission === null || submission.snapshotId === null) return none;
      const row = part.own.entities.get(chainOf('snapshot', submission.snapshotId));
      const signed = row?.entity === 'snapshot' && row.state.status === 'COMPLETED' ? row.state.contentHash : undefined;
      return unless(signed === submission.dataHash, chain, `what ${userId} signed is not there any more`);
    }),
  );

const pins = ({ own }: Part): Found => {
  const pinned = new Set(
    own
      .rows('versionPin')
      .flatMap(({ organizationId, pin }) =>
        Object.entries(pin.versions).map(([dataset, version]) => `${organizationId}/${dataset}/${version}`),
      ),
  );
  return own.rows('datasetVersion').flatMap(({ organizationId, version }) => {
    const where = `${organizationId}/${version.dataset}/${version.version}`;
    return unless(
      version.deletedAt === undefined || !pinned.has(where),
      where,
      'was deleted though a snapshot pins it',
    );
  });
};

/** The lock itself is the bucket's: `test/infra/rules/storage.ts`. */
export const certifiedDataStay: Invariant = {
  number: 19,
  slug: 'certified-data-stay',
  sentence:
    'What a submission refers to is there as it was signed, and a snapshot never changes or loses what it pins.',
  check: (part) => [...snapshots(part), ...submissions(part), ...pins(part)],
};
