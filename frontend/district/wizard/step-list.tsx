import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WizardStep } from '../../api/shapes.ts';
import type { Work } from '../certification-query.ts';
import { StepStatus } from './step-status.tsx';

interface StepListProps {
  readonly steps: readonly WizardStep[];
  readonly shown: WizardStep;
  readonly work: Work;
}

/** The steps in their order with what has become of each; any can be looked at. */
export const StepList = ({ steps, shown, work }: StepListProps) => {
  const { t } = useTranslation('district');
  return (
    <nav aria-label={t('wizard.steps')}>
      <ol className="steps">
        {steps.map(({ step, status }, index) => (
          <li key={step} className={`steps-item steps-item--${status.toLowerCase()}`}>
            <Link
              to="/certifications/$eventId/$orgId"
              params={work}
              activeOptions={{ exact: true }}
              search={{ step }}
              className="steps-link"
              {...(step === shown.step && { 'aria-current': 'step' as const })}
            >
              <span className="steps-number" aria-hidden="true">
                {index + 1}
              </span>
              <span className="steps-name">{t(`step.${step}.name`)}</span>
            </Link>
            <StepStatus status={status} />
          </li>
        ))}
      </ol>
    </nav>
  );
};
