import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useRowProblemWords } from './row-problem-words.ts';

/** What is wrong with a row, as the check says it: here and when the file has arrived. */
export interface RowProblem {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly detail: string;
}

interface ProblemTableProps {
  readonly problems: readonly RowProblem[];
  readonly count: number;
}

export const ProblemTable = ({ problems, count }: ProblemTableProps) => {
  const { t } = useTranslation('district');
  const words = useRowProblemWords();
  const columns: readonly Column<RowProblem & { readonly number: number }>[] = [
    { id: 'line', header: t('data.line'), cell: ({ line }) => (line === 0 ? t('data.wholeFile') : line) },
    { id: 'column', header: t('data.column'), cell: ({ column }) => <span className="name">{column ?? '–'}</span> },
    { id: 'problem', header: t('data.problem'), cell: (problem) => words(problem) },
  ];
  return (
    <DataTable
      caption={t('data.problems')}
      columns={columns}
      rows={problems.map((problem, number) => ({ ...problem, number }))}
      idOf={({ number }) => String(number)}
      summary={t('data.problemsShown', { shown: problems.length, count })}
    />
  );
};
