import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useNumberText } from '../../parts/time-text.tsx';
import type { Cause } from './causes.ts';
import { useRowProblemWords } from './row-problem-words.ts';

/** What is wrong, said once for all lines that have it: what to correct first. */
export const CauseTable = ({ causes }: { readonly causes: readonly Cause[] }) => {
  const { t } = useTranslation('district');
  const words = useRowProblemWords();
  const number = useNumberText();
  const columns: readonly Column<Cause>[] = [
    { id: 'problem', header: t('data.problem'), cell: (cause) => words(cause) },
    { id: 'column', header: t('data.column'), cell: ({ column }) => <span className="name">{column ?? '–'}</span> },
    { id: 'count', header: t('data.lines'), numeric: true, cell: ({ count }) => number(count) },
    { id: 'firstLine', header: t('data.firstLine'), numeric: true, cell: ({ firstLine }) => number(firstLine) },
  ];
  return (
    <DataTable
      caption={t('data.causes')}
      columns={columns}
      rows={causes}
      idOf={({ code, column }) => `${code} ${column ?? ''}`}
    />
  );
};
