import { Button } from '../../parts/uswds.tsx';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Run, WizardStep } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { changedBy, type Work } from '../certification-query.ts';
import { isValidationStep } from './validation-step-name.ts';

interface StartRunProps {
  readonly work: Work;
  readonly step: WizardStep;
}

/** Generates the step's report, the first time or again. */
export const StartRun = ({ work, step }: StartRunProps) => {
  const { t } = useTranslation('district');
  const { step: name, status, run, permittedCommands } = step;
  const start = useCommand<WizardStep['step'], Run>({
    send: (asked, header) => {
      if (!isValidationStep(asked)) throw new Error(`${asked} runs nothing`);
      return answerOf(
        api.POST('/v1/certifications/{eventId}/{orgId}/steps/{step}/runs', {
          params: { path: { ...work, step: asked }, header },
          body: { format: 'html' },
        }),
      );
    },
    changes: changedBy(work),
  });
  const isUnderWay = status === 'QUEUED' || status === 'RUNNING';
  if (!permittedCommands.includes('runStep') || isUnderWay) return <ProblemAlert error={start.error} />;
  const isNext = status === 'NOT_STARTED' || status === 'STALE' || status === 'BLOCKED';
  return (
    <>
      <ProblemAlert error={start.error} />
      <Button type="button" outline={!isNext} disabled={start.isPending} onClick={() => start.mutate(name)}>
        {run === null ? t('run.generate') : t('run.generateAgain')}
      </Button>
    </>
  );
};
