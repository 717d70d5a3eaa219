import { useTranslation } from 'react-i18next';
import { api, doneBy } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Button } from '../../../parts/uswds.tsx';
import { changedByParticipant, type OneParticipant } from '../participant-query.ts';

interface RemoveOverrideProps {
  readonly one: OneParticipant;
  /** A certifier, or ALL. */
  readonly userId: string;
  readonly label: string;
}

/** Takes a moved due date back: the end date counts again. */
export const RemoveOverride = ({ one, userId, label }: RemoveOverrideProps) => {
  const { t } = useTranslation('participation');
  const remove = useCommand<string, void>({
    send: (person) =>
      doneBy(
        api.DELETE('/v1/certification-events/{id}/participants/{orgId}/due-date-overrides/{userId}', {
          params: { path: { id: one.eventId, orgId: one.orgId, userId: person }, header: { 'If-Match': '*' } },
        }),
      ),
    changes: changedByParticipant(one),
    onDone: () => say(t('people.takenBack')),
  });
  return (
    <>
      <Button
        type="button"
        unstyled
        aria-label={label}
        disabled={remove.isPending}
        onClick={() => remove.mutate(userId)}
      >
        {userId === 'ALL' ? label : t('people.takeBack')}
      </Button>
      <ProblemAlert error={remove.error} />
    </>
  );
};
