import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { DatamartView } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { TimeText, useNumberText } from '../../../parts/time-text.tsx';

const refreshedMillis = 15_000;

/** Where analysts find what the snapshots hold now: a view a dataset, with its columns. */
export const DatamartTable = ({ eventId }: { readonly eventId: string }) => {
  const { t } = useTranslation('events');
  const number = useNumberText();
  const { data: views } = useQuery({
    queryKey: ['snapshots', eventId, 'datamart'],
    queryFn: () => answerOf(api.GET('/v1/certification-events/{id}/datamart', { params: { path: { id: eventId } } })),
    refetchInterval: refreshedMillis,
    throwOnError: true,
  });
  const columns: readonly Column<DatamartView>[] = [
    { id: 'view', header: t('datamart.view'), cell: ({ view }) => <code className="name">{view}</code> },
    { id: 'dataset', header: t('datamart.dataset'), cell: ({ title }) => title },
    {
      id: 'columns',
      header: t('datamart.columns'),
      cell: ({ columns: shown }) => (
        <details>
          <summary>{number(shown.length)}</summary>
          {shown.map(({ name }) => name).join(', ')}
        </details>
      ),
    },
    { id: 'rows', header: t('snapshots.records'), numeric: true, cell: ({ rows }) => number(rows) },
    { id: 'snapshots', header: t('datamart.snapshots'), numeric: true, cell: ({ snapshots }) => number(snapshots) },
    { id: 'updatedAt', header: t('datamart.updatedAt'), cell: ({ updatedAt }) => <TimeText at={updatedAt} /> },
  ];
  if (views === undefined) return null;
  if (views.length === 0) return <EmptyState title={t('datamart.none')}>{t('datamart.noneText')}</EmptyState>;
  return (
    <DataTable caption={t('datamart.title')} captionHidden columns={columns} rows={views} idOf={({ view }) => view} />
  );
};
