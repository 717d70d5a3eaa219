import type { BucketName } from '../../application/ports/world.ts';
import type { StoredObject } from '../../domain/validation-run/state.ts';
import { eventOf } from '../event-part.ts';
import { type Found, type Invariant, none, type Part } from '../invariant.ts';

interface Claim {
  readonly where: string;
  readonly bucket: BucketName;
  readonly object: StoredObject;
}

/** What a retention rule has deleted nobody vouches for any more. */
const claimsIn = (part: Part): readonly Claim[] => {
  const event = eventOf(part);
  return event?.state.status === 'CLOSED' && event.state.deletion !== null ? [] : recordedIn(part);
};

/** The manifest of what was compacted after the close. */
const compacted = (part: Part): readonly Claim[] => {
  const event = eventOf(part);
  if (event?.state.status !== 'CLOSED' || event.state.compaction === null) return [];
  return [{ where: event.chain, bucket: 'data', object: event.state.compaction.manifest }];
};

const recordedIn = (part: Part): readonly Claim[] => [...compacted(part), ...ofWork(part)];

const ofWork = ({ own }: Part): readonly Claim[] => [
  ...own
    .of('run')
    .flatMap(({ state }): readonly Claim[] =>
      state.status === 'COMPLETED' ? [{ where: `run/${state.id}`, bucket: 'reports', object: state.findings }] : [],
    ),
  ...own.of('snapshot').flatMap(({ state }): readonly Claim[] =>
    state.status === 'COMPLETED'
      ? [state.manifest, ...state.pinned.map(({ object }) => object)].map((object) => ({
          where: `snapshot/${state.id}`,
          bucket: 'data',
          object,
        }))
      : [],
  ),
  ...own.rows('datasetVersion').flatMap(({ organizationId, version }): readonly Claim[] => {
    const where = `${organizationId}/${version.dataset}/${version.version}`;
    return version.deletedAt === undefined ? [{ where, bucket: 'data', object: version.object }] : [];
  }),
];

/** One object is named by many snapshots; it is read once. */
const differing = async (part: Part): Promise<Found> => {
  const { objects } = part;
  if (objects === undefined) return none;
  const found: string[] = [];
  const byObject = Map.groupBy(claimsIn(part), ({ bucket, object }) => `${bucket}/${object.key}`);
  for (const claims of byObject.values()) {
    const [first] = claims;
    if (first === undefined) continue;
    const stored = await objects.fingerprint(first.bucket, first.object.key);
    for (const { where, object } of claims)
      if (stored?.sha256 !== object.sha256 || stored.bytes !== object.bytes)
        found.push(`${where}: the object ${object.key} is ${stored ? 'not what its record says' : 'missing'}`);
  }
  return found;
};

/** That the object was durable before its record is shown by the crashes between the two in `test/acceptance/kill.test.ts`. */
export const resultsAreDurable: Invariant = {
  number: 16,
  slug: 'results-are-durable',
  sentence: 'What is recorded as completed has its object, of the recorded size and hash.',
  check: differing,
};
