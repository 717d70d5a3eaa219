import { useTranslation } from 'react-i18next';
import type { Certification, WizardStep } from '../../api/shapes.ts';
import { changedBy, type Work } from '../certification-query.ts';
import { Blockers } from './blockers.tsx';
import { CompleteStep } from './complete-step.tsx';
import { DataLinks } from './data-links.tsx';
import { RunPanel } from '../../parts/runs/run-panel.tsx';
import { SnapshotBox } from './snapshot-box.tsx';
import { StartRun } from './start-run.tsx';
import { StepHead } from './step-head.tsx';

interface ValidationStepProps {
  readonly certification: Certification;
  readonly work: Work;
  readonly step: WizardStep;
}

/** One of the first three steps: generate its report, read it, go on. One button of them is the next thing to do. */
export const ValidationStep = ({ certification, work, step }: ValidationStepProps) => {
  const { t } = useTranslation('district');
  const isUnderWay = step.status === 'QUEUED' || step.status === 'RUNNING';
  return (
    <section aria-label={t(`step.${step.step}.title`)}>
      <StepHead step={step} />
      <DataLinks links={certification.dataLinks} />
      {step.step === 'snapshot-validation' && <SnapshotBox certification={certification} work={work} />}
      {step.problem !== null && step.run === null && <p className="step-problem">{step.problem}</p>}
      {step.run !== null && (
        <RunPanel
          run={step.run}
          changes={changedBy(work)}
          isNext={step.status === 'NEEDS_VIEW'}
          isRetried={step.permittedCommands.includes('runStep')}
        />
      )}
      {!isUnderWay && <Blockers blockedBy={step.blockedBy} />}
      <div className="step-buttons">
        <StartRun work={work} step={step} />
        <CompleteStep
          work={work}
          step={step}
          hasGroups={certification.dataLinks.some(({ groupId }) => groupId !== undefined)}
        />
      </div>
    </section>
  );
};
