import { useTranslation } from 'react-i18next';
import type { WizardStep } from '../../api/shapes.ts';
import { StepStatus } from './step-status.tsx';

/** What a step is called, how it stands, and what is to be done in it. */
export const StepHead = ({ step: { step, status } }: { readonly step: WizardStep }) => {
  const { t } = useTranslation('district');
  return (
    <>
      <div className="step-head">
        <h2>{t(`step.${step}.title`)}</h2>
        <StepStatus status={status} />
      </div>
      <ol className="usa-list step-instructions">
        <li>{t(`step.${step}.first`)}</li>
        <li>{t(`step.${step}.second`)}</li>
        <li>{t(`step.${step}.third`)}</li>
      </ol>
    </>
  );
};
