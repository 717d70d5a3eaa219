import type { ReactNode } from 'react';
import { SortHeader } from './sort-header.tsx';
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

/**
 * A list: sorted by its headers, as cards on a phone, and however long drawn only as far as it is seen. What a row is
 * called stands in its first column.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, captionHidden = false, columns, rows, idOf, sort, onSort, summary } = props;
  const seen = useRowWindow(rows.length);
  return (
    <div className="data-table" ref={seen.container}>
      <table
        className="usa-table usa-table--borderless usa-table--stacked"
        role="table"
        aria-rowcount={rows.length + 1}
      >
        <caption className={captionHidden ? 'usa-sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr role="row">
            {columns.map((column) => (
              <SortHeader key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.before > 0 && <tr aria-hidden="true" style={{ height: seen.before }} />}
          {rows.slice(seen.first, seen.last).map((row, offset) => (
            <tr
              key={idOf(row)}
              role="row"
              aria-rowindex={seen.first + offset + 2}
              data-index={seen.first + offset}
              ref={seen.measure}
            >
              {columns.map(({ id, header, numeric, cell }, index) => {
                const shared = { 'data-label': header, className: numeric === true ? 'numeric' : undefined };
                return index === 0 ? (
                  <th key={id} scope="row" role="rowheader" {...shared}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} role="cell" {...shared}>
                    {cell(row)}
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
