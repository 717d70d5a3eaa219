import { Button, Checkbox } from '../../parts/uswds.tsx';
import { getRouteApi } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { WizardStep } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { say } from '../../parts/toasts.tsx';
import { changedBy, type Work } from '../certification-query.ts';
import { isValidationStep } from './validation-step-name.ts';

const route = getRouteApi('/signed-in/certifications/$eventId/$orgId');

interface CompleteStepProps {
  readonly work: Work;
  readonly step: WizardStep;
  /** Without a group there is no report: the person confirms that he has looked at the linked data. */
  readonly hasGroups: boolean;
}

/** Completes the step and goes on to the next. */
export const CompleteStep = ({ work, step, hasGroups }: CompleteStepProps) => {
  const { t } = useTranslation('district');
  const id = useId();
  const navigate = route.useNavigate();
  const [reviewed, setReviewed] = useState(false);
  const complete = useCommand<{ step: WizardStep['step']; reviewed: boolean }, unknown>({
    send: async (asked, header) => {
      if (!isValidationStep(asked.step)) throw new Error(`${asked.step} is submitted`);
      return answerOf(
        api.POST('/v1/certifications/{eventId}/{orgId}/steps/{step}/complete', {
          params: { path: { ...work, step: asked.step }, header },
          body: { reviewed: asked.reviewed },
        }),
      );
    },
    changes: changedBy(work),
    onDone: () => {
      say(t('wizard.stepDone'));
      void navigate({ search: {} });
    },
  });
  if (step.status === 'COMPLETED' || !step.permittedCommands.includes('completeStep')) return null;
  return (
    <>
      <ProblemAlert error={complete.error} />
      {!hasGroups && (
        <Checkbox
          id={id}
          name="reviewed"
          label={t('wizard.reviewed')}
          checked={reviewed}
          onChange={({ currentTarget }) => setReviewed(currentTarget.checked)}
        />
      )}
      <Button
        type="button"
        disabled={complete.isPending || (!hasGroups && !reviewed)}
        onClick={() => complete.mutate({ step: step.step, reviewed })}
      >
        {t('wizard.next')}
      </Button>
    </>
  );
};
