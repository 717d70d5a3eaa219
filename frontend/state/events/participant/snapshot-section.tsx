import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { isRefused } from '../../../api/problem.ts';
import type { Participant } from '../../../api/shapes.ts';
import { useCommand } from '../../../api/use-command.ts';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { SnapshotReport } from '../../../parts/runs/snapshot-report.tsx';
import { VerifySnapshot } from '../../../parts/runs/verify-snapshot.tsx';
import { TimeText, useNumberText } from '../../../parts/time-text.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Alert, Button } from '../../../parts/uswds.tsx';
import { changedByParticipant, type OneParticipant } from '../participant-query.ts';
import { SnapshotStatus } from '../snapshot-status.tsx';
import { rowRefusal } from './row-refusal.ts';

interface SnapshotSectionProps {
  readonly participant: Participant;
  readonly one: OneParticipant;
}

/** What the district will certify, or has certified: when it was frozen, how much, and whether it is still the same. */
const Contents = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('events');
  const number = useNumberText();
  const { data: snapshot, error } = useQuery({
    queryKey: ['snapshot', id],
    queryFn: () => answerOf(api.GET('/v1/snapshots/{id}', { params: { path: { id } } })),
  });
  if (isRefused(error, 'FORBIDDEN', 'NOT_FOUND')) return <p>{t('snapshots.membersOnly')}</p>;
  if (snapshot === undefined) return null;
  return (
    <>
      {snapshot.warnings.includes('COPIES_DIFFER') && (
        <Alert type="warning" slim className="notice">
          {t('snapshots.copiesDiffer')}
        </Alert>
      )}
      {snapshot.contentHash !== null && (
        <p className="hash">
          {t('snapshots.hash')} {snapshot.contentHash}
        </p>
      )}
      <ul className="counts-list">
        {Object.entries(snapshot.recordCounts).map(([dataset, count]) => (
          <li key={dataset}>
            <span className="name">{dataset}</span>
            <span>{number(count)}</span>
          </li>
        ))}
      </ul>
      {snapshot.status === 'COMPLETED' && (
        <div className="run-buttons">
          <SnapshotReport id={id} />
          <VerifySnapshot id={id} />
        </div>
      )}
    </>
  );
};

/** The snapshot of a participant, and the state's own hand on it. */
export const SnapshotSection = ({ participant, one }: SnapshotSectionProps) => {
  const { t } = useTranslation('events');
  const [isAsking, setAsking] = useState(false);
  const { snapshot, permittedCommands } = participant;
  const take = useCommand<{ readonly confirm: boolean }, unknown>({
    send: async ({ confirm }, header) => {
      const { results } = await answerOf(
        api.POST('/v1/certification-events/{id}/snapshots', {
          params: { path: { id: one.eventId }, header },
          body: { organizationIds: [one.orgId], confirm },
        }),
      );
      const refused = rowRefusal(results);
      if (refused !== null) throw refused;
      return results;
    },
    changes: changedByParticipant(one),
    onDone: () => {
      setAsking(false);
      say(t('snapshots.begun'));
    },
  });
  const isUndoing = isRefused(take.error, 'CONFIRMATION_REQUIRED');
  return (
    <>
      {snapshot === null ? (
        <EmptyState title={t('snapshots.none')} />
      ) : (
        <>
          <p className="viewer-status">
            <SnapshotStatus snapshot={snapshot} /> {snapshot.takenAt !== null && <TimeText at={snapshot.takenAt} />}
          </p>
          <Contents key={`${snapshot.id} ${snapshot.status}`} id={snapshot.id} />
        </>
      )}
      {permittedCommands.includes('takeSnapshots') && (
        <div className="buttons">
          <Button type="button" outline onClick={() => setAsking(true)}>
            {t(snapshot === null ? 'snapshots.take' : 'snapshots.retake')}
          </Button>
        </div>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('snapshots.takeTitle', { name: participant.name })}
          action={t(isUndoing ? 'snapshots.takeAnyway' : 'snapshots.take')}
          dangerous={isUndoing}
          busy={take.isPending}
          error={isUndoing ? null : take.error}
          onConfirm={() => take.mutate({ confirm: isUndoing })}
          onClose={() => {
            setAsking(false);
            take.reset();
          }}
        >
          <p>{t(isUndoing ? 'snapshots.undoes' : 'snapshots.takeText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
