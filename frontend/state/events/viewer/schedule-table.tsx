import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Status, type Tone } from '../../../parts/status.tsx';
import { TimeText, useNumberText } from '../../../parts/time-text.tsx';
import type { Level } from '../library.ts';
import { OrganizationNames } from '../organization-names.tsx';
import type { Schedule } from './use-snapshots.ts';

interface ScheduleTableProps {
  readonly schedules: readonly Schedule[];
  readonly level: Level | null;
}

const tones: Readonly<Record<Schedule['status'], Tone>> = {
  SCHEDULED: 'busy',
  RUNNING: 'busy',
  COMPLETED: 'done',
  FAILED: 'wrong',
  CANCELLED: 'quiet',
};

/** What the clock brings or brought: for whom, and who was passed over because he had one. */
export const ScheduleTable = ({ schedules, level }: ScheduleTableProps) => {
  const { t } = useTranslation('events');
  const number = useNumberText();
  const members = (ids: readonly string[]) =>
    ids.length === 0 ? (
      '–'
    ) : (
      <details>
        <summary>{number(ids.length)}</summary>
        <OrganizationNames ids={ids} level={level} />
      </details>
    );
  const columns: readonly Column<Schedule>[] = [
    { id: 'kind', header: t('snapshots.kind'), cell: ({ kind }) => t(`snapshots.${kind}`) },
    { id: 'runAt', header: t('snapshots.runAt'), cell: ({ runAt }) => <TimeText at={runAt} /> },
    {
      id: 'status',
      header: t('participants.status'),
      cell: ({ status }) => <Status tone={tones[status]} words={t(`snapshots.schedule.${status}`)} />,
    },
    { id: 'included', header: t('snapshots.included'), cell: ({ included }) => members(included) },
    { id: 'skipped', header: t('snapshots.skipped'), cell: ({ skipped }) => members(skipped) },
  ];
  if (schedules.length === 0) return <EmptyState title={t('snapshots.noSchedule')} />;
  return (
    <DataTable
      caption={t('snapshots.scheduled')}
      captionHidden
      columns={columns}
      rows={schedules}
      idOf={({ kind, runAt }) => `${kind} ${runAt}`}
    />
  );
};
