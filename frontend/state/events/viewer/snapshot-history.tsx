import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CertificationEvent, Snapshot } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ShowMore } from '../../../parts/show-more.tsx';
import { TimeText, useNumberText } from '../../../parts/time-text.tsx';
import { organizationsQuery } from '../library.ts';
import { SnapshotStatus } from '../snapshot-status.tsx';

interface SnapshotHistoryProps {
  readonly event: CertificationEvent;
  readonly snapshots: readonly Snapshot[];
  readonly more: { readonly hasMore: boolean; readonly isLoadingMore: boolean; readonly showMore: () => void };
}

const triggers = ['CERT_START', 'MANUAL_TAKE', 'RETAKE', 'FULL', 'CLEANUP', 'STATE_MANUAL'] as const;

/** Every snapshot of every participant: by what it was taken, how many records, and whether it still counts. */
export const SnapshotHistory = ({ event, snapshots, more }: SnapshotHistoryProps) => {
  const { t } = useTranslation('events');
  const number = useNumberText();
  const { data: organizations = [] } = useQuery(organizationsQuery(event.level ?? 'DISTRICT'));
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const triggerWords = (trigger: string): string => {
    const known = triggers.find((one) => one === trigger);
    return known === undefined ? trigger : t(`snapshots.trigger.${known}`);
  };
  const columns: readonly Column<Snapshot>[] = [
    {
      id: 'name',
      header: t('participants.name'),
      cell: ({ organizationId }) => (
        <Link
          to="/certification-events/$eventId/participants/$orgId"
          params={{ eventId: event.id, orgId: organizationId }}
          className="name"
        >
          {names.get(organizationId) ?? organizationId}
        </Link>
      ),
    },
    { id: 'status', header: t('participants.status'), cell: (snapshot) => <SnapshotStatus snapshot={snapshot} /> },
    { id: 'trigger', header: t('snapshots.by'), cell: ({ trigger }) => triggerWords(trigger) },
    { id: 'round', header: t('snapshots.round'), numeric: true, cell: ({ round }) => number(round) },
    {
      id: 'takenAt',
      header: t('participants.snapshotDate'),
      cell: ({ takenAt, requestedAt }) => <TimeText at={takenAt ?? requestedAt} />,
    },
    {
      id: 'records',
      header: t('snapshots.records'),
      numeric: true,
      cell: ({ recordCounts }) => number(Object.values(recordCounts).reduce((sum, count) => sum + count, 0)),
    },
  ];
  if (snapshots.length === 0) return <EmptyState title={t('snapshots.none')}>{t('snapshots.noneText')}</EmptyState>;
  return (
    <>
      <DataTable
        caption={t('snapshots.history')}
        captionHidden
        columns={columns}
        rows={snapshots}
        idOf={({ id }) => id}
      />
      <ShowMore {...more} />
    </>
  );
};
