import { type Instant, millisOf } from '../../kernel/instant.ts';
import { ok } from '../../kernel/result.ts';
import type { Decision } from '../decision.ts';
import type { OrganizationDataCommand } from './commands.ts';
import type { OrganizationDataHappening } from './happenings.ts';
import type { DatasetVersion, OrganizationData, RetiredVersion } from './state.ts';

const dayMillis = 86_400_000;
const daysKept = 30;
const daysRetired = 1;

/** The lanes are read by everybody: what is on its way out of them stays a short list. */
const mostRetired = 500;
/** As many as one transaction can say it of. */
const mostDeletedAtOnce = 50;

/** By this name snapshots pin a version. */
export const versionName = ({ dataset, version }: Pick<DatasetVersion, 'dataset' | 'version'>): string =>
  `${dataset}/${version}`;

/** Nothing may begin to pin what is on its way out. */
export const isRetired = ({ retired }: Pick<OrganizationData, 'retired'>, { object }: DatasetVersion): boolean =>
  retired.some(({ key }) => key === object.key);

const keysInLanes = ({ datasets }: OrganizationData): ReadonlySet<string> =>
  new Set(
    Object.values(datasets).flatMap(({ district, state }) =>
      [district, state].flatMap((version) => (version === null ? [] : [version.object.key])),
    ),
  );

const keysOf = (retired: readonly RetiredVersion[]): readonly string[] => retired.map(({ key }) => key);

type CleanVersions = Extract<OrganizationDataCommand, { readonly type: 'cleanVersions' }>;

/**
 * A version that no lane points to and no snapshot pins is retired when it is older than thirty days. A day later, when all
 * that may have been about to pin it has ended, it is looked at again, and goes.
 */
export const decideCleaning = (
  data: OrganizationData,
  { versions, pinned }: CleanVersions,
  now: Instant,
): Decision<OrganizationDataHappening> => {
  const isOlder = (at: Instant, days: number): boolean => millisOf(now) - millisOf(at) >= days * dayMillis;
  const inLanes = keysInLanes(data);
  const due = data.retired.filter(({ deleting, retiredAt }) => !deleting && isOlder(retiredAt, daysRetired));
  const isUsed = (one: RetiredVersion): boolean => pinned.has(versionName(one)) || inLanes.has(one.key);
  const kept = due.filter(isUsed);
  const begun = due.filter((one) => !isUsed(one)).slice(0, mostDeletedAtOnce);
  const unused = versions
    .filter(({ deletedAt, acceptedAt }) => deletedAt === undefined && isOlder(acceptedAt, daysKept))
    .filter((one) => !inLanes.has(one.object.key) && !pinned.has(versionName(one)) && !isRetired(data, one))
    .slice(0, Math.max(0, mostRetired - data.retired.length))
    .map(({ dataset, version, object }): RetiredVersion => {
      return { dataset, version, key: object.key, retiredAt: now, deleting: false };
    });
  const happenings: readonly OrganizationDataHappening[] = [
    { type: 'VersionsKept', keys: keysOf(kept) },
    { type: 'DeletionBegun', keys: keysOf(begun) },
    { type: 'VersionsRetired', versions: unused },
  ];
  return ok(happenings.filter((one) => ('keys' in one ? one.keys : unused).length > 0));
};
