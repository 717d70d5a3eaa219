import { useTranslation } from 'react-i18next';
import type { Certification } from '../../api/shapes.ts';
import { useNumberText } from '../../parts/time-text.tsx';
import { Alert } from '../../parts/uswds.tsx';

type Copies = Certification['differingCopies'];

interface DifferingCopiesProps {
  readonly copies: Copies;
  /** What differing copies mean for the step at hand. */
  readonly meaning: string;
}

/** Warns, before something is frozen or signed, that the state does not have what the district has validated. */
export const DifferingCopies = ({ copies, meaning }: DifferingCopiesProps) => {
  const { t } = useTranslation('district');
  const number = useNumberText();
  const rows = (count: number | null): string => (count === null ? '–' : number(count));
  if (copies.length === 0) return null;
  return (
    <Alert type="warning" className="notice">
      <p className="usa-alert__text">
        {t('copies.differ')} {meaning}
      </p>
      <ul>
        {copies.map(({ dataset, districtRows, stateRows }) => (
          <li key={dataset}>
            <span className="name">{dataset}</span>{' '}
            {t('copies.rows', { district: rows(districtRows), state: rows(stateRows) })}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
