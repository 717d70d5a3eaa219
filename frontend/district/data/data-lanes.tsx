import { useSuspenseQuery } from '@tanstack/react-query';
import { Alert } from '../../parts/uswds.tsx';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/openapi.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Status } from '../../parts/status.tsx';
import { TimeText, useNumberText } from '../../parts/time-text.tsx';
import { dataStatusQuery } from './data-status-query.ts';
import { Synchronization } from './synchronization.tsx';

type Lane = components['schemas']['DataStatus']['datasets'][number];
type Version = NonNullable<Lane['state']>;

const VersionText = ({ version }: { readonly version: Version | null }) => {
  const { t } = useTranslation('district');
  const number = useNumberText();
  if (version === null) return '–';
  return (
    <>
      {t('data.rows', { count: version.rows, rows: number(version.rows) })}
      <span className="row-note">
        <TimeText at={version.acceptedAt} />
      </span>
    </>
  );
};

/** What has been delivered and what of it the state already has, dataset by dataset. */
export const DataLanes = ({ organizationId }: { readonly organizationId: string }) => {
  const { t } = useTranslation('district');
  const { data: status } = useSuspenseQuery(dataStatusQuery(organizationId));
  const columns: readonly Column<Lane>[] = [
    { id: 'dataset', header: t('run.dataset'), cell: ({ dataset }) => <span className="name">{dataset}</span> },
    { id: 'district', header: t('data.district'), cell: ({ district }) => <VersionText version={district} /> },
    { id: 'state', header: t('data.state'), cell: ({ state }) => <VersionText version={state} /> },
    {
      id: 'inSync',
      header: t('data.sync'),
      cell: ({ inSync }) => (
        <Status tone={inSync ? 'done' : 'waiting'} words={inSync ? t('data.inSync') : t('data.behind')} />
      ),
    },
  ];
  return (
    <section aria-label={t('data.lanes')}>
      <h2>{t('data.lanes')}</h2>
      <Synchronization organizationId={organizationId} isPaused={status.paused} />
      {status.paused && (
        <Alert type="warning" slim className="notice">
          {t('data.paused')}
        </Alert>
      )}
      {status.datasets.length === 0 ? (
        <EmptyState title={t('data.none')} />
      ) : (
        <DataTable
          caption={t('data.lanes')}
          captionHidden
          columns={columns}
          rows={status.datasets}
          idOf={({ dataset }) => dataset}
          summary={t('data.summary', { count: status.datasets.length })}
        />
      )}
    </section>
  );
};
