import { getRouteApi } from '@tanstack/react-router';
import type { Certification, WizardStep } from '../../api/shapes.ts';
import type { Work } from '../certification-query.ts';
import { StepList } from './step-list.tsx';
import { SubmitStep } from './submit-step.tsx';
import { ValidationStep } from './validation-step.tsx';

const route = getRouteApi('/signed-in/certifications/$eventId/$orgId');

interface WizardProps {
  readonly certification: Certification;
  readonly work: Work;
}

const isDone = ({ status }: WizardStep): boolean => status === 'COMPLETED' || status === 'SKIPPED';

/** The four steps: which is next, and that one, or the one somebody chose to look at. */
export const Wizard = ({ certification, work }: WizardProps) => {
  const { steps } = certification;
  const { step: chosen } = route.useSearch();
  const next = steps.find((step) => !isDone(step)) ?? steps.at(-1);
  const shown = steps.find(({ step }) => step === chosen) ?? next;
  if (shown === undefined || next === undefined) return null;
  return (
    <>
      <StepList steps={steps} shown={shown} work={work} />
      <div className="step">
        {shown.step === 'certify-and-submit' ? (
          <SubmitStep certification={certification} work={work} step={shown} />
        ) : (
          <ValidationStep
            // Another step, or a newer report of it, begins anew.
            key={`${shown.step} ${shown.run?.id ?? ''}`}
            certification={certification}
            work={work}
            step={shown}
          />
        )}
      </div>
    </>
  );
};
