import { useTranslation } from 'react-i18next';
import type { Rule } from '../api/shapes.ts';
import { Status, type Tone } from './status.tsx';

const tones: Readonly<Record<Rule['severity'], Tone>> = {
  FATAL: 'wrong',
  SPECIAL_WARNING: 'waiting',
  WARNING: 'waiting',
  INFO: 'quiet',
};

/** How much a finding of a rule weighs. */
export const Severity = ({ severity }: { readonly severity: Rule['severity'] }) => {
  const { t } = useTranslation('statuses');
  return <Status tone={tones[severity]} words={t(`severity.${severity}`)} />;
};
