import { useSuspenseQuery } from '@tanstack/react-query';
import { Alert, Button } from '../../parts/uswds.tsx';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/openapi.ts';
import { useCommand } from '../../api/use-command.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Status } from '../../parts/status.tsx';
import { TimeText, useNumberText } from '../../parts/time-text.tsx';
import { say } from '../../parts/toasts.tsx';

type Lane = components['schemas']['DataStatus']['datasets'][number];
type Version = NonNullable<Lane['state']>;

interface DataLanesProps {
  readonly organizationId: string;
  readonly mayResync: boolean;
}

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
export const DataLanes = ({ organizationId, mayResync }: DataLanesProps) => {
  const { t } = useTranslation('district');
  const path = { orgId: organizationId };
  const queryKey = ['data', organizationId];
  const { data: status } = useSuspenseQuery({
    queryKey,
    queryFn: () => answerOf(api.GET('/v1/organizations/{orgId}/data', { params: { path } })),
  });
  const resync = useCommand<undefined, unknown>({
    send: (_nothing, header) =>
      answerOf(api.POST('/v1/organizations/{orgId}/resync', { params: { path, header }, body: {} })),
    changes: [queryKey],
    onDone: () => say(t('data.resynced')),
  });
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
      <div className="step-head">
        <h2>{t('data.lanes')}</h2>
        {mayResync && (
          <Button type="button" outline disabled={resync.isPending} onClick={() => resync.mutate(undefined)}>
            {t('data.resync')}
          </Button>
        )}
      </div>
      <ProblemAlert error={resync.error} />
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
