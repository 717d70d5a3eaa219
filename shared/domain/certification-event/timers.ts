import { startOfDay } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { SnapshotTimerKind } from '../timer/state.ts';
import type { CompleteOutline } from './state.ts';

/** When the snapshots of a revision are due; null: the method needs none of that kind. A full snapshot without a time is taken at the opening. */
export const snapshotTimes = (
  outline: CompleteOutline,
  zone: string,
): Readonly<Record<SnapshotTimerKind, Instant | null>> => ({
  FULL_SNAPSHOT:
    outline.snapshotMethod === 'FULL'
      ? (outline.fullSnapshotAt ?? startOfDay(outline.certificationOpensDate, zone))
      : null,
  CLEANUP_SNAPSHOT: outline.snapshotMethod === 'ON_CERT_START' ? outline.missingSnapshotAt : null,
});
