import { endOfDay, startOfDay } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Outline } from './state.ts';

type Times = Pick<
  Outline,
  'startDate' | 'certificationOpensDate' | 'endDate' | 'snapshotMethod' | 'missingSnapshotAt' | 'fullSnapshotAt'
>;

const opensOn = (times: Times): Times['startDate'] => times.certificationOpensDate ?? times.startDate;

const beforeEnd = (times: Times, at: Instant, zone: string): boolean =>
  times.endDate === null || at < endOfDay(times.endDate, zone);

/** The cleanup run lies after the opening and not after the end: `opens < missingSnapshotAt <= end`. Missing dates are not judged. */
export const missingSnapshotTimeFits = (times: Times, zone: string): boolean => {
  const at = times.missingSnapshotAt;
  if (at === null || times.snapshotMethod === 'NONE' || times.snapshotMethod === 'FULL') return true;
  const opens = opensOn(times);
  return (opens === null || at > startOfDay(opens, zone)) && beforeEnd(times, at, zone);
};

/** The full run may be before the opening, when data are reviewed, but neither before the start nor after the end. */
export const fullSnapshotTimeFits = (times: Times, zone: string): boolean => {
  const at = times.fullSnapshotAt;
  if (at === null || times.snapshotMethod === 'NONE' || times.snapshotMethod === 'ON_CERT_START') return true;
  return (times.startDate === null || at >= startOfDay(times.startDate, zone)) && beforeEnd(times, at, zone);
};

/** Everything that the method needs is there and fits. */
export const snapshotTimesReady = (times: Times, zone: string): boolean => {
  const isMissing = times.snapshotMethod === 'ON_CERT_START' && times.missingSnapshotAt === null;
  return !isMissing && missingSnapshotTimeFits(times, zone) && fullSnapshotTimeFits(times, zone);
};
