import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Alert } from '../../parts/uswds.tsx';

const told = z.object({
  consequences: z.array(
    z.object({
      pointer: z.string(),
      kind: z.enum(['COLUMN_REMOVED', 'COLUMN_REQUIRED', 'CODES_NARROWED', 'RETIRED']),
    }),
  ),
  rules: z.array(z.string()).default([]),
});

interface ConsequencesProps {
  /** As the API tells them. */
  readonly facts: unknown;
  readonly columns: readonly { readonly name: string }[];
}

/** What a narrower declaration means for deliveries and rules, before it is saved all the same. */
export const Consequences = ({ facts, columns }: ConsequencesProps) => {
  const { t } = useTranslation('administration');
  const { consequences, rules } = told.parse(facts);
  const columnAt = (pointer: string): string =>
    /^[^(]*\((.+)\)$/.exec(pointer)?.[1] ?? columns[Number(/^\/columns\/(\d+)/.exec(pointer)?.[1])]?.name ?? '';
  return (
    <Alert type="warning" role="alert" className="notice">
      <p className="usa-alert__text">{t('datasets.consequences.title')}</p>
      <ul className="usa-list">
        {consequences.map(({ pointer, kind }) => (
          <li key={pointer}>{t(`datasets.consequences.${kind}`, { column: columnAt(pointer) })}</li>
        ))}
        {rules.length > 0 && <li>{t('datasets.consequences.rules', { rules: rules.join(', ') })}</li>}
      </ul>
    </Alert>
  );
};
