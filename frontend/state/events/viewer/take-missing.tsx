import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Button } from '../../../parts/uswds.tsx';

/** Takes the snapshots of all participants that have none in their round; nobody's work is undone by it. */
export const TakeMissing = ({ eventId }: { readonly eventId: string }) => {
  const { t } = useTranslation('events');
  const take = useCommand<undefined, unknown>({
    send: (_nothing, header) =>
      answerOf(
        api.POST('/v1/certification-events/{id}/snapshots', { params: { path: { id: eventId }, header }, body: {} }),
      ),
    changes: [
      ['snapshots', eventId],
      ['participants', eventId],
    ],
    onDone: () => say(t('snapshots.begun')),
  });
  return (
    <>
      <Button type="button" outline disabled={take.isPending} onClick={() => take.mutate(undefined)}>
        {t('snapshots.takeMissing')}
      </Button>
      <ProblemAlert error={take.error} />
    </>
  );
};
