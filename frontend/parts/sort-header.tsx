import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

interface SortHeaderProps {
  readonly column: {
    readonly id: string;
    readonly header: string;
    readonly sortable?: boolean;
    readonly numeric?: boolean;
  };
  readonly sort: string | undefined;
  readonly onSort: ((sort: string) => void) | undefined;
}

const icons = { ascending: 'up', descending: 'down' } as const;

const orderOf = (id: string, sort: string | undefined): keyof typeof icons | undefined => {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : undefined;
};

/** A column's heading; where one can sort by it, a button. Only the sorted one says so: a heading without order says nothing. */
export const SortHeader = ({ column, sort, onSort }: SortHeaderProps) => {
  const { t } = useTranslation();
  const { id, header, sortable = false, numeric = false } = column;
  const order = orderOf(id, sort);
  return (
    <th scope="col" role="columnheader" className={numeric ? 'numeric' : undefined} aria-sort={order}>
      {sortable ? (
        <button
          type="button"
          className="sort-button"
          title={t('table.sort', { column: header })}
          onClick={() => onSort?.(order === 'ascending' ? `-${id}` : id)}
        >
          {header}
          <Icon name={order === undefined ? 'sortable' : icons[order]} />
        </button>
      ) : (
        header
      )}
    </th>
  );
};
