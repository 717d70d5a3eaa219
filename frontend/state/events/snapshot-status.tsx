import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../api/shapes.ts';
import { Status, type Tone } from '../../parts/status.tsx';

const tones: Readonly<Record<Snapshot['status'], Tone>> = {
  QUEUED: 'busy',
  RUNNING: 'busy',
  COMPLETED: 'done',
  FAILED: 'wrong',
};

type SnapshotStatusProps = { readonly snapshot: Pick<Snapshot, 'status' | 'state'> };

/** Whether it is taken, and what it still stands for. */
export const SnapshotStatus = ({ snapshot: { status, state } }: SnapshotStatusProps) => {
  const { t } = useTranslation('statuses');
  return (
    <span className="event-status">
      <Status
        tone={tones[status]}
        words={t(`snapshot.${status}`)}
        {...(state === 'LOCKED' && { icon: 'lock' as const })}
      />
      {state !== null && <span className="row-note">{t(`snapshotState.${state}`)}</span>}
    </span>
  );
};
