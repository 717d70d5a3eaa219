import { useTranslation } from 'react-i18next';
import { Field } from '../../../parts/field.tsx';
import { Checkbox, Textarea } from '../../../parts/uswds.tsx';
import type { Preview } from './preview.ts';

export interface Consent {
  readonly confirm: boolean;
  readonly requireRecertification: boolean;
  /** Why those who are taken out are. */
  readonly reason: string;
}

interface ConsentsProps {
  readonly preview: Preview;
  readonly consent: Consent;
  /** The API has asked for a confirmation that the preview did not foresee. */
  readonly asksAgain: boolean;
  readonly onChange: (consent: Consent) => void;
}

/** What has to be agreed to, or can be asked for, when changes are published. */
export const Consents = ({ preview: { affected, refusals }, consent, asksAgain, onChange }: ConsentsProps) => {
  const { t } = useTranslation('events');
  const asks = asksAgain || refusals.includes('CONFIRMATION_REQUIRED') || refusals.includes('END_IN_PAST');
  return (
    <>
      {affected.removed.length > 0 && (
        <Field id="withdrawal-reason" label={t('publish.reason')} hint={t('publish.reasonHint')}>
          {(ties) => (
            <Textarea
              maxLength={2000}
              {...ties}
              value={consent.reason}
              onChange={({ currentTarget }) => onChange({ ...consent, reason: currentTarget.value })}
            />
          )}
        </Field>
      )}
      {affected.certified > 0 && (
        <Checkbox
          id="require-recertification"
          label={t('publish.requireRecertification')}
          checked={consent.requireRecertification}
          onChange={({ currentTarget }) => onChange({ ...consent, requireRecertification: currentTarget.checked })}
        />
      )}
      {asks && (
        <Checkbox
          id="confirm-publish"
          label={t('publish.confirm')}
          checked={consent.confirm}
          onChange={({ currentTarget }) => onChange({ ...consent, confirm: currentTarget.checked })}
        />
      )}
    </>
  );
};
