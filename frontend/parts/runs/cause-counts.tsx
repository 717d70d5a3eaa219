import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../data-table.tsx';
import { useNumberText } from '../time-text.tsx';

export interface CauseCount {
  readonly cause: string;
  readonly count: number;
}

interface CauseCountsProps {
  /** The rule's column that holds them. */
  readonly column: string;
  readonly causes: readonly CauseCount[];
  /** All rows of the rule: of rare causes, and of rows that were not kept, only the sum is told. */
  readonly total: number;
  readonly chosen: string | undefined;
  readonly onChoose: (cause: string | undefined) => void;
}

/** What is behind the rows of a rule, the most frequent first; choosing one shows its rows alone. */
export const CauseCounts = ({ column, causes, total, chosen, onChoose }: CauseCountsProps) => {
  const { t } = useTranslation('runs');
  const number = useNumberText();
  const others = causes.reduce((left, { count }) => left - count, total);
  const rows: readonly (Omit<CauseCount, 'cause'> & { readonly cause: string | null })[] = [
    ...causes,
    ...(others > 0 ? [{ cause: null, count: others }] : []),
  ];
  const wordsOf = (cause: string | null): string =>
    cause === null ? t('otherCauses') : cause === '' ? t('noValue') : cause;
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { id: 'cause', header: column, cell: ({ cause }) => <span className="name">{wordsOf(cause)}</span> },
    { id: 'count', header: t('records'), numeric: true, cell: ({ count }) => number(count) },
    {
      id: 'rows',
      header: t('rows'),
      cell: ({ cause }) =>
        cause !== null && (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-pressed={cause === chosen}
            aria-label={t('chooseCauseOf', { cause: wordsOf(cause) })}
            onClick={() => onChoose(cause === chosen ? undefined : cause)}
          >
            {t('chooseCause')}
          </button>
        ),
    },
  ];
  return <DataTable caption={t('byCause')} columns={columns} rows={rows} idOf={({ cause }) => cause ?? '\u0000'} />;
};
