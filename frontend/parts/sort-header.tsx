import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** As much of a column as its header needs. */
interface HeadedColumn {
  readonly columnDef: { readonly header?: unknown };
  getCanSort(): boolean;
  getIsSorted(): false | 'asc' | 'desc';
  toggleSorting(descending?: boolean): void;
}

interface SortHeaderProps {
  readonly column: HeadedColumn;
  readonly numeric: boolean;
}

const icons = { asc: 'up', desc: 'down' } as const;
const orders = { asc: 'ascending', desc: 'descending' } as const;

/** A column's heading; where one can sort by it, a button. Only the sorted one says so: a heading without order says nothing. */
export const SortHeader = ({ column, numeric }: SortHeaderProps) => {
  const { t } = useTranslation();
  const sorted = column.getIsSorted();
  const header = String(column.columnDef.header);
  return (
    <th
      scope="col"
      role="columnheader"
      className={numeric ? 'numeric' : undefined}
      {...(sorted !== false && { 'aria-sort': orders[sorted] })}
    >
      {column.getCanSort() ? (
        <button
          type="button"
          className="sort-button"
          title={t('table.sort', { column: header })}
          onClick={() => column.toggleSorting(sorted === 'asc')}
        >
          {header}
          <Icon name={sorted === false ? 'sortable' : icons[sorted]} />
        </button>
      ) : (
        header
      )}
    </th>
  );
};
