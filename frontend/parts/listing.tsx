import { useTranslation } from 'react-i18next';
import { Loading } from '../shell/outcomes.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { ShowMore } from './show-more.tsx';
import type { usePages } from './use-pages.ts';

interface ListingProps<Row> {
  readonly list: ReturnType<typeof usePages<Row>>;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  /** Said when nothing is there, and what would bring something. */
  readonly empty: string;
  readonly emptyText?: string;
}

/** A list of the API as it comes: loading, empty, its rows, and more of them. */
export const Listing = <Row,>({ list, caption, columns, idOf, empty, emptyText }: ListingProps<Row>) => {
  const { t } = useTranslation();
  const { items, total } = list;
  if (items === undefined) return <Loading />;
  if (items.length === 0) return <EmptyState title={empty}>{emptyText}</EmptyState>;
  const isPart = list.hasMore && total !== undefined;
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        columns={columns}
        rows={items}
        idOf={idOf}
        summary={isPart ? t('table.shown', { shown: items.length, total }) : t('table.rows', { count: items.length })}
      />
      <ShowMore {...list} />
    </>
  );
};
