import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { Button } from '../../parts/uswds.tsx';
import { Loading } from '../../shell/outcomes.tsx';

interface Change {
  readonly dataset: string;
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly key: Readonly<Record<string, string>>;
  readonly changedColumns: readonly string[];
}

const rowsAPage = '100';

const keyText = (key: Change['key']): string =>
  Object.entries(key)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

interface DifferencesProps {
  readonly id: string;
  readonly against: string;
  readonly onClose: () => void;
}

/** The rows that came, went or changed since another snapshot, by their keys. */
const Differences = ({ id, against, onClose }: DifferencesProps) => {
  const { t } = useTranslation('district');
  const list = usePages({
    queryKey: ['snapshot-diff', id, against],
    read: (cursor) =>
      answerOf(
        api.GET('/v1/snapshots/{id}/diff', { params: { path: { id }, query: { against, limit: rowsAPage, cursor } } }),
      ),
  });
  const columns: readonly Column<Change>[] = [
    { id: 'key', header: t('diff.row'), cell: ({ key }) => <span className="name">{keyText(key)}</span> },
    { id: 'dataset', header: t('run.dataset'), cell: ({ dataset }) => <span className="name">{dataset}</span> },
    { id: 'kind', header: t('diff.kind'), cell: ({ kind }) => t(`diff.${kind}`) },
    {
      id: 'columns',
      header: t('diff.columns'),
      cell: ({ changedColumns }) => <span className="name">{changedColumns.join(', ') || '–'}</span>,
    },
  ];
  return (
    <Dialog title={t('diff.title')} onClose={onClose} full>
      <div className="dialog-scroll" tabIndex={0} role="region" aria-label={t('diff.title')}>
        {list.items === undefined && <Loading />}
        {list.items?.length === 0 && <EmptyState title={t('diff.same')} />}
        {list.items !== undefined && list.items.length > 0 && (
          <DataTable
            caption={t('diff.title')}
            captionHidden
            columns={columns}
            rows={list.items}
            idOf={({ dataset, key }) => `${dataset} ${keyText(key)}`}
            summary={t('diff.shown', { count: list.items.length })}
          />
        )}
        <ShowMore {...list} />
      </div>
    </Dialog>
  );
};

/** Offers the comparison with the snapshot that this one replaced, where there is one. */
export const CompareSnapshots = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('district');
  const [isOpen, setOpen] = useState(false);
  const { data: snapshot, error } = useQuery({
    queryKey: ['snapshot', id],
    queryFn: () => answerOf(api.GET('/v1/snapshots/{id}', { params: { path: { id } } })),
  });
  if (error !== null) return <ProblemAlert error={error} />;
  const before = snapshot?.supersedes ?? null;
  if (before === null) return null;
  return (
    <>
      <Button type="button" unstyled onClick={() => setOpen(true)}>
        {t('diff.compare')}
      </Button>
      {isOpen && <Differences id={id} against={before} onClose={() => setOpen(false)} />}
    </>
  );
};
