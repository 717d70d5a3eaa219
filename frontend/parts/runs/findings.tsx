import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Run } from '../../api/shapes.ts';
import { type Column, DataTable } from '../data-table.tsx';
import { Dialog } from '../dialog.tsx';
import { ShowMore } from '../show-more.tsx';
import { usePages } from '../use-pages.ts';
import { Loading } from '../../shell/outcomes.tsx';
import { cellText } from './cell-text.ts';

interface FindingsProps {
  readonly run: Run;
  readonly rule: Run['summary'][number];
  readonly onClose: () => void;
}

interface NumberedRow {
  readonly number: number;
  readonly values: Readonly<Record<string, unknown>>;
}

const rowsAPage = '100';

/** The rows a rule found or listed, page after page, with the rule's own columns. */
export const Findings = ({ run, rule, onClose }: FindingsProps) => {
  const { t } = useTranslation('runs');
  const filter = { ruleCode: rule.ruleCode, limit: rowsAPage };
  const page = (cursor?: string) =>
    answerOf(api.GET('/v1/runs/{id}/findings', { params: { path: { id: run.id }, query: { ...filter, cursor } } }));
  const list = usePages({ queryKey: ['findings', run.id, rule.ruleCode], read: page });
  const { data: first } = useQuery({ queryKey: ['findings', run.id, rule.ruleCode, 'columns'], queryFn: () => page() });
  const names = first?.columns[rule.ruleCode] ?? [];
  const columns: readonly Column<NumberedRow>[] = names.map((name) => ({
    id: name,
    header: name,
    cell: ({ values }) => cellText(values[name]),
  }));
  const rows = list.items?.map(({ row }, number) => ({ number, values: row }));
  return (
    <Dialog title={`${rule.ruleCode} ${rule.ruleName}`} onClose={onClose} full>
      <div className="dialog-scroll" tabIndex={0} role="region" aria-label={t('rows')}>
        {rows === undefined || names.length === 0 ? (
          <Loading />
        ) : (
          <DataTable
            caption={`${rule.ruleCode} ${rule.ruleName}`}
            captionHidden
            columns={columns}
            rows={rows}
            idOf={({ number }) => String(number)}
            summary={t('rowsShown', { shown: rows.length, count: rule.count })}
          />
        )}
        <ShowMore {...list} />
      </div>
    </Dialog>
  );
};
