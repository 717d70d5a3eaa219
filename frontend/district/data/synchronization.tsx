import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { say } from '../../parts/toasts.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';

interface SynchronizationProps {
  readonly organizationId: string;
  readonly isPaused: boolean;
}

/** What a district may do about the way of its data to the state: send them again, hold them back while it delivers, let them go on. */
export const Synchronization = ({ organizationId, isPaused }: SynchronizationProps) => {
  const { t } = useTranslation('district');
  const isPermitted = usePermitted();
  const path = { orgId: organizationId };
  const changes = [['data', organizationId]];
  const resync = useCommand<undefined, unknown>({
    send: (_nothing, header) =>
      answerOf(api.POST('/v1/organizations/{orgId}/resync', { params: { path, header }, body: {} })),
    changes,
    onDone: () => say(t('data.resynced')),
  });
  const pause = useCommand<boolean, unknown>({
    send: (paused, header) =>
      answerOf(api.POST('/v1/organizations/{orgId}/sync', { params: { path, header }, body: { paused } })),
    changes,
    onDone: (_sync, paused) => say(t(paused ? 'data.pausedNow' : 'data.resumed')),
  });
  return (
    <>
      <div className="buttons">
        {isPermitted('resyncData') && (
          <Button type="button" outline disabled={resync.isPending} onClick={() => resync.mutate(undefined)}>
            {t('data.resync')}
          </Button>
        )}
        {isPermitted('syncData') && (
          <Button type="button" outline disabled={pause.isPending} onClick={() => pause.mutate(!isPaused)}>
            {t(isPaused ? 'data.resume' : 'data.pause')}
          </Button>
        )}
      </div>
      <ProblemAlert error={resync.error ?? pause.error} />
    </>
  );
};
