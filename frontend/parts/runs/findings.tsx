import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Run } from '../../api/shapes.ts';
import { Loading } from '../../shell/outcomes.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { Dialog } from '../dialog.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { ShowMore } from '../show-more.tsx';
import { usePages } from '../use-pages.ts';
import { Button } from '../uswds.tsx';
import { CauseCounts } from './cause-counts.tsx';
import { cellText } from './cell-text.ts';
import { FormatButtons } from './format-buttons.tsx';

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
const files = ['csv', 'xlsx', 'parquet'] as const;

/** The rows a rule found or listed, all or of one cause, page after page, with the rule's own columns, and as a file. */
export const Findings = ({ run, rule, onClose }: FindingsProps) => {
  const { t } = useTranslation('runs');
  const [cause, setCause] = useState<string>();
  const { ruleCode } = rule;
  const path = { id: run.id };
  const page = (of: string | undefined, cursor?: string) =>
    answerOf(
      api.GET('/v1/runs/{id}/findings', {
        params: { path, query: { ruleCode, cause: of, limit: rowsAPage, cursor } },
      }),
    );
  const queryKey = ['findings', run.id, ruleCode];
  const list = usePages({ queryKey: [...queryKey, { cause }], read: (cursor) => page(cause, cursor) });
  const { data: first } = useQuery({ queryKey: [...queryKey, 'columns'], queryFn: () => page(undefined) });
  const names = first?.columns[ruleCode] ?? [];
  const causes = first?.causes[ruleCode] ?? [];
  const columns: readonly Column<NumberedRow>[] = names.map((name) => ({
    id: name,
    header: name,
    cell: ({ values }) => cellText(values[name]),
  }));
  const rows = list.items?.map(({ row }, number) => ({ number, values: row }));
  const title = `${ruleCode} ${rule.ruleName}`;
  const download = useMutation({
    mutationFn: (format: (typeof files)[number]) =>
      answerOf(api.GET('/v1/runs/{id}/report', { params: { path, query: { format, ruleCode, cause } } })),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <Dialog title={title} onClose={onClose} full>
      <div className="dialog-scroll" tabIndex={0} role="region" aria-label={t('rows')}>
        {rule.causeColumn !== null && causes.length > 0 && (
          <CauseCounts
            column={rule.causeColumn}
            causes={causes}
            total={rule.count}
            chosen={cause}
            onChoose={setCause}
          />
        )}
        <p className="run-buttons">
          <FormatButtons
            label={t('downloadRows')}
            formats={files}
            nameOf={(format) => t('downloadRowsAs', { format })}
            disabled={download.isPending}
            onChoose={download.mutate}
          />
          {cause !== undefined && (
            <Button type="button" unstyled onClick={() => setCause(undefined)}>
              {t('showAll')}
            </Button>
          )}
        </p>
        <ProblemAlert error={download.error} />
        {rows === undefined || names.length === 0 ? (
          <Loading />
        ) : (
          <DataTable
            caption={title}
            captionHidden
            columns={columns}
            rows={rows}
            idOf={({ number }) => String(number)}
            summary={t('rowsShown', { shown: rows.length, count: list.total ?? rule.count })}
          />
        )}
        <ShowMore {...list} />
      </div>
    </Dialog>
  );
};
