import { useTranslation } from 'react-i18next';
import type { components } from '../../api/openapi.ts';
import type { Column } from '../../parts/data-table.tsx';
import { TimeText } from '../../parts/time-text.tsx';

type AuditEntry = components['schemas']['AuditEntry'];

const valueText = (value: unknown): string => {
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What the entry changed, value by value, behind a word to press. */
const Changes = ({ entry: { before, after } }: { readonly entry: AuditEntry }) => {
  const { t } = useTranslation('administration');
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => valueText(before[name]) !== valueText(after[name]),
  );
  if (names.length === 0) return null;
  return (
    <details className="changes">
      <summary>{t('audit.changes', { count: names.length })}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <strong>{name}</strong>
            {`: ${valueText(before[name])} → ${valueText(after[name])}`}
          </li>
        ))}
      </ul>
    </details>
  );
};

export const useAuditColumns = (): readonly Column<AuditEntry>[] => {
  const { t } = useTranslation('administration');
  return [
    {
      id: 'command',
      header: t('audit.command'),
      cell: (entry) => (
        <>
          <span className="name">{entry.command}</span>
          {entry.reason !== null && <span className="row-note name">{entry.reason}</span>}
          <Changes entry={entry} />
        </>
      ),
    },
    {
      id: 'actor',
      header: t('audit.actor'),
      cell: ({ actor }) => (
        <>
          <span className="name">{actor.userId}</span>
          <span className="row-note">{actor.role}</span>
        </>
      ),
    },
    { id: 'at', header: t('audit.at'), cell: ({ at }) => <TimeText at={at} /> },
    {
      id: 'entity',
      header: t('audit.entity'),
      cell: ({ entity, sequence }) => <span className="name">{`${entity} #${sequence}`}</span>,
    },
    { id: 'hash', header: t('audit.hash'), cell: ({ hash }) => <span className="hash">{hash.slice(0, 16)}</span> },
  ];
};
