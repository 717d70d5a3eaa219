import { useTranslation } from 'react-i18next';
import type { Rule } from '../../api/shapes.ts';
import { Status, type Tone } from '../../parts/status.tsx';

const tones: Readonly<Record<Rule['status'], Tone>> = { DRAFT: 'busy', ACTIVE: 'done', ARCHIVED: 'quiet' };

/** Whether groups can take the rule in. */
export const RuleStatus = ({ status }: Pick<Rule, 'status'>) => {
  const { t } = useTranslation('rules');
  return <Status tone={tones[status]} words={t(`statuses.${status}`)} />;
};
