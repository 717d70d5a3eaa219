import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CertificationEvent, Participant } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { ParticipantStatus } from '../../../parts/participant-status.tsx';
import { TimeText, useNumberText } from '../../../parts/time-text.tsx';
import { Checkbox } from '../../../parts/uswds.tsx';
import { ParticipantFlags } from '../participant-flags.tsx';

interface ParticipantTableProps {
  readonly event: CertificationEvent;
  readonly rows: readonly Participant[];
  readonly total: number;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

const toggled = (chosen: ReadonlySet<string>, id: string, isChosen: boolean): ReadonlySet<string> =>
  new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id));

/** The participants with their progress; which of them something is to be decided about is ticked. */
export const ParticipantTable = ({ event, rows, total, chosen, onChoose, sort, onSort }: ParticipantTableProps) => {
  const { t } = useTranslation('events');
  const number = useNumberText();
  const columns: readonly Column<Participant>[] = [
    {
      id: 'name',
      header: t('participants.name'),
      sortable: true,
      cell: ({ organizationId, name }) => (
        <Link
          to="/certification-events/$eventId/participants/$orgId"
          params={{ eventId: event.id, orgId: organizationId }}
          className="name"
        >
          {name}
        </Link>
      ),
    },
    { id: 'number', header: t('participants.number'), sortable: true, cell: (row) => row.number },
    {
      id: 'progress',
      header: t('participants.progress'),
      cell: ({ progress: { certified, certifiers } }) => t('participants.certified', { certified, count: certifiers }),
    },
    {
      id: 'status',
      header: t('participants.status'),
      sortable: true,
      cell: (participant) => (
        <span className="event-status">
          <ParticipantStatus status={participant.status} />
          <ParticipantFlags participant={participant} />
        </span>
      ),
    },
    {
      id: 'snapshot',
      header: t('participants.snapshotDate'),
      cell: ({ snapshotDate }) => (snapshotDate === null ? '–' : <TimeText at={snapshotDate} />),
    },
    {
      id: 'choose',
      header: t('participants.choose'),
      cell: ({ organizationId, name }) => (
        <Checkbox
          id={`choose-${organizationId}`}
          name="choose"
          label={<span className="usa-sr-only">{t('participants.chooseOne', { name })}</span>}
          checked={chosen.has(organizationId)}
          onChange={({ currentTarget }) => onChoose(toggled(chosen, organizationId, currentTarget.checked))}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t('viewer.view.status')}
      captionHidden
      columns={columns}
      rows={rows}
      idOf={({ organizationId }) => organizationId}
      sort={sort}
      onSort={onSort}
      summary={t('participants.summary', { shown: number(rows.length), number: number(total), count: total })}
    />
  );
};
