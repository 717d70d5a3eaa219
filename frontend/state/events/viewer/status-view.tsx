import { useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FilterBar } from '../../../parts/filter-bar.tsx';
import type { Filter } from '../../../parts/filter-field.tsx';
import { useWholeList } from '../../../parts/use-whole-list.ts';
import { Loading } from '../../../shell/outcomes.tsx';
import { oneOf } from '../../../shell/search-values.ts';
import { participantSorts, participantStatuses } from '../event-words.ts';
import { participantsList } from '../participants-list.ts';
import { BulkActions } from './bulk-actions.tsx';
import { ParticipantTable } from './participant-table.tsx';

const route = getRouteApi('/signed-in/certification-events/$eventId');

const everyMillisAPage = 10_000;

/** What others do meanwhile is seen without asking; a large state is asked for less often. */
const everyMillis = (pages: number): number => pages * everyMillisAPage;

/** How every participant stands, and what may be decided about those that are chosen. */
export const StatusView = ({ event }: { readonly event: CertificationEvent }) => {
  const { t } = useTranslation(['events', 'statuses']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { name, status, sort = 'name' } = search;
  const list = useWholeList({ ...participantsList(event.id, search), everyMillis });
  const filters: readonly Filter[] = [
    { kind: 'text', name: 'name', label: t('events:participants.filterName') },
    {
      kind: 'several',
      name: 'status',
      label: t('events:participants.filterStatus'),
      choices: participantStatuses.map((value) => ({ value, label: t(`statuses:participant.${value}`) })),
    },
  ];
  const rows = list.items ?? [];
  const isFiltered = name !== undefined || status !== undefined;
  if (event.status === 'OPEN')
    return (
      <EmptyState title={t('events:participants.notPublished')}>{t('events:participants.notPublishedText')}</EmptyState>
    );
  // How far it is stands above.
  if (event.status === 'PUBLISHING') return null;
  return (
    <>
      <FilterBar
        filters={filters}
        values={{ name, status }}
        onApply={(values) => void navigate({ search: { ...search, ...values } })}
      />
      {list.items === undefined && <Loading />}
      {list.items?.length === 0 && (
        <EmptyState title={t(isFiltered ? 'events:participants.noneFits' : 'events:participants.none')} />
      )}
      {rows.length > 0 && (
        <>
          <BulkActions
            event={event}
            rows={rows}
            chosen={rows.filter(({ organizationId }) => chosen.has(organizationId))}
            onChoose={setChosen}
          />
          <ParticipantTable
            event={event}
            rows={rows}
            total={list.total ?? rows.length}
            chosen={chosen}
            onChoose={setChosen}
            sort={sort}
            onSort={(next) =>
              void navigate({ search: { ...search, sort: oneOf(participantSorts, next) }, replace: true })
            }
          />
        </>
      )}
    </>
  );
};
