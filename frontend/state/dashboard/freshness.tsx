import { useQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { districtsQuery } from '../../api/places.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { Status } from '../../parts/status.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { Loading } from '../../shell/outcomes.tsx';
import { freshnessOf, type Freshness as Fresh } from './freshness-of.ts';

const districtsAtOnce = 10;

/** How fresh the data of the districts are: the newest delivery, and whether the state has everything. */
export const Freshness = ({ districts }: { readonly districts: readonly string[] }) => {
  const { t } = useTranslation('dashboard');
  const { data: known } = useSuspenseQuery(districtsQuery);
  const [shown, setShown] = useState(districtsAtOnce);
  // Each district's lanes are an item of their own: only as many are read as are looked at.
  const read = useQueries({
    queries: districts.slice(0, shown).map((orgId) => ({
      queryKey: ['data', orgId],
      queryFn: () => answerOf(api.GET('/v1/organizations/{orgId}/data', { params: { path: { orgId } } })),
    })),
  });
  const rows = read.flatMap(({ data }) => (data === undefined ? [] : [freshnessOf(data)]));
  const columns: readonly Column<Fresh>[] = [
    {
      id: 'district',
      header: t('district'),
      cell: ({ organizationId }) => known.find(({ id }) => id === organizationId)?.name ?? organizationId,
    },
    {
      id: 'delivered',
      header: t('delivered'),
      cell: ({ deliveredAt }) => (deliveredAt === null ? '–' : <TimeText at={deliveredAt} />),
    },
    {
      id: 'behind',
      header: t('stateCopy'),
      cell: ({ isPaused, behind }) => {
        if (isPaused) return <Status tone="waiting" words={t('paused')} />;
        return behind === 0 ? (
          <Status tone="done" words={t('upToDate')} />
        ) : (
          <Status tone="waiting" words={t('behind', { count: behind })} />
        );
      },
    },
  ];
  return (
    <section aria-labelledby="freshness" className="section">
      <h2 id="freshness">{t('freshness')}</h2>
      <ProblemAlert error={read.find(({ error }) => error !== null)?.error} />
      {districts.length === 0 && <EmptyState title={t('noDistricts')} />}
      {rows.length === 0 && read.some(({ isPending }) => isPending) && <Loading />}
      {rows.length > 0 && (
        <DataTable
          caption={t('freshness')}
          captionHidden
          columns={columns}
          rows={rows}
          idOf={({ organizationId }) => organizationId}
          summary={t('districtCount', { count: rows.length })}
        />
      )}
      <ShowMore
        hasMore={shown < districts.length}
        isLoadingMore={read.some(({ isPending }) => isPending)}
        showMore={() => setShown(shown + districtsAtOnce)}
      />
    </section>
  );
};
