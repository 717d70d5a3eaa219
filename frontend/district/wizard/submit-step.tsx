import { useTranslation } from 'react-i18next';
import type { Certification, WizardStep } from '../../api/shapes.ts';
import { later } from '../../parts/later.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { Loading } from '../../shell/outcomes.tsx';
import type { Work } from '../certification-query.ts';
import { AfterSubmission } from './after-submission.tsx';
import { Blockers } from './blockers.tsx';
import { DifferingCopies } from './differing-copies.tsx';
import { StepHead } from './step-head.tsx';
import { StepStatus } from './step-status.tsx';

// What checks a form is as large as everything else of the wizard, and needed at its end only.
const Attestation = later(async () => (await import('./attestation.tsx')).Attestation, <Loading />);

interface SubmitStepProps {
  readonly certification: Certification;
  readonly work: Work;
  readonly step: WizardStep;
}

/** The last step: how the validations stand, the statement, the signature; afterwards what was signed and what can still be done. */
export const SubmitStep = ({ certification, work, step }: SubmitStepProps) => {
  const { t } = useTranslation('district');
  const { differingCopies, permittedCommands, steps, submission } = certification;
  return (
    <section aria-label={t('step.certify-and-submit.title')}>
      <StepHead step={step} />
      <table className="usa-table usa-table--borderless validations">
        <caption>{t('submit.validations')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('submit.validation')}</th>
            <th scope="col">{t('submit.status')}</th>
          </tr>
        </thead>
        <tbody>
          {steps
            .filter(({ step: name }) => name !== 'certify-and-submit')
            .map(({ step: name, status }) => (
              <tr key={name}>
                <th scope="row">{t(`step.${name}.name`)}</th>
                <td>
                  <StepStatus status={status} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {permittedCommands.includes('submitCertification') && (
        <>
          <DifferingCopies copies={differingCopies} meaning={t('copies.submit')} />
          <Attestation work={work} text={certification.attestationText} />
        </>
      )}
      {submission === null && <Blockers blockedBy={step.blockedBy} />}
      {submission !== null && (
        <p className="signed">
          {t('submit.signed', { name: submission.signedName })} <TimeText at={submission.at} />
        </p>
      )}
      <AfterSubmission certification={certification} work={work} />
    </section>
  );
};
