import {
  createColumnHelper,
  functionalUpdate,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { SortHeader } from './sort-header.tsx';
import { sortingOf, sortText } from './sort-text.ts';
import { useRowWindow } from './use-row-window.ts';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Its header becomes a button. The order itself comes from whoever gives the rows. */
  readonly sortable?: boolean;
  readonly numeric?: boolean;
}

interface DataTableProps<Row> {
  /** What the table lists. */
  readonly caption: string;
  /** Read out only, where a heading says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** `name` or `-name`, as the API and the page's address write it. */
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
  /** Said below the table whenever it changes: how many, in which order. */
  readonly summary?: string | undefined;
}

const features = tableFeatures({ rowSortingFeature });

const useModel = <Row extends RowData>({ columns, rows, idOf, sort, onSort }: DataTableProps<Row>) => {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    // Only a column with a value can be sorted by; what the value is does not matter, since the rows come in order.
    const definition = ({ id, header, cell, sortable = false }: Column<Row>) =>
      helper.accessor(() => null, { id, header, enableSorting: sortable, cell: ({ row }) => cell(row.original) });
    return helper.columns(columns.map(definition));
  }, [columns]);
  const sorting = sortingOf(sort);
  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: idOf,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (update) => onSort?.(sortText(functionalUpdate(update, sorting))),
  });
};

/**
 * A list: sorted by its headers, as cards on a phone, and however long drawn only as far as it is seen. What a row is
 * called stands in its first column.
 */
export const DataTable = <Row extends RowData>(props: DataTableProps<Row>) => {
  const { caption, captionHidden = false, columns, summary } = props;
  const table = useModel(props);
  const { rows } = table.getRowModel();
  const seen = useRowWindow(rows.length);
  const numeric = new Set(columns.filter((column) => column.numeric === true).map(({ id }) => id));
  return (
    <div className="data-table" ref={seen.container}>
      <table
        className="usa-table usa-table--borderless usa-table--stacked"
        role="table"
        aria-rowcount={rows.length + 1}
      >
        <caption className={captionHidden ? 'usa-sr-only' : undefined}>{caption}</caption>
        <thead>
          {table.getHeaderGroups().map(({ id, headers }) => (
            <tr key={id} role="row">
              {headers.map(({ column }) => (
                <SortHeader key={column.id} column={column} numeric={numeric.has(column.id)} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {seen.before > 0 && <tr aria-hidden="true" style={{ height: seen.before }} />}
          {rows.slice(seen.first, seen.last).map((row, offset) => (
            <tr
              key={row.id}
              role="row"
              aria-rowindex={seen.first + offset + 2}
              data-index={seen.first + offset}
              ref={seen.measure}
            >
              {row.getAllCells().map((cell, index) => {
                const { id, columnDef } = cell.column;
                const shared = {
                  'data-label': String(columnDef.header),
                  className: numeric.has(id) ? 'numeric' : undefined,
                };
                return index === 0 ? (
                  <th key={id} scope="row" role="rowheader" {...shared}>
                    <table.FlexRender cell={cell} />
                  </th>
                ) : (
                  <td key={id} role="cell" {...shared}>
                    <table.FlexRender cell={cell} />
                  </td>
                );
              })}
            </tr>
          ))}
          {seen.after > 0 && <tr aria-hidden="true" style={{ height: seen.after }} />}
        </tbody>
      </table>
      <p className="table-summary" role="status">
        {summary}
      </p>
    </div>
  );
};
