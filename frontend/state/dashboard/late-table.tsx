import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { DateText } from '../../parts/time-text.tsx';
import type { Late } from './counts.ts';

/** Certifiers who have not begun although they are due soon, or were. */
export const LateTable = ({ late, days }: { readonly late: readonly Late[]; readonly days: number }) => {
  const { t } = useTranslation('dashboard');
  const columns: readonly Column<Late>[] = [
    {
      id: 'participant',
      header: t('participant'),
      cell: ({ participant }) => `${participant.name} (${participant.number})`,
    },
    { id: 'name', header: t('certifier'), cell: ({ name }) => name },
    { id: 'due', header: t('due'), cell: ({ dueDate }) => <DateText date={dueDate} /> },
  ];
  return (
    <section aria-labelledby="late" className="section">
      <h2 id="late">{t('late', { count: days })}</h2>
      {late.length === 0 ? (
        <EmptyState title={t('nobodyLate')} />
      ) : (
        <DataTable
          caption={t('late', { count: days })}
          captionHidden
          columns={columns}
          rows={late}
          idOf={({ participant, userId }) => `${participant.organizationId}/${userId}`}
          summary={t('lateCount', { count: late.length })}
        />
      )}
    </section>
  );
};
