import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { districtsQuery } from '../../api/places.ts';
import { meQuery } from '../../api/queries.ts';
import type { User } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import type { Filter } from '../../parts/filter-field.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';
import { AccountStatus } from './account-status.tsx';
import { AdministrationLink } from './administration-link.tsx';
import { NewPerson } from './new-person.tsx';

const route = getRouteApi('/signed-in/people');

/** Whoever sees more than one district can choose among them. */
const useFilters = (isState: boolean): readonly Filter[] => {
  const { t } = useTranslation('administration');
  const { data: districts } = useSuspenseQuery(districtsQuery);
  const active: Filter = {
    kind: 'one',
    name: 'active',
    label: t('status'),
    choices: [
      { value: 'true', label: t('active') },
      { value: 'false', label: t('inactive') },
    ],
  };
  const name: Filter = { kind: 'text', name: 'name', label: t('people.find') };
  if (!isState) return [name, active];
  return [
    name,
    {
      kind: 'one',
      name: 'side',
      label: t('people.side'),
      choices: (['STATE', 'LOCAL'] as const).map((value) => ({ value, label: t(`people.${value}`) })),
    },
    {
      kind: 'one',
      name: 'organizationId',
      label: t('district'),
      choices: districts.map(({ id, name }) => ({ value: id, label: name })),
    },
    active,
  ];
};

const useColumns = (): readonly Column<User>[] => {
  const { t } = useTranslation('administration');
  const { data: districts } = useSuspenseQuery(districtsQuery);
  const placeOf = ({ side, organizationId }: User): string =>
    side === 'STATE' ? t('people.STATE') : (districts.find(({ id }) => id === organizationId)?.name ?? organizationId);
  return [
    {
      id: 'name',
      header: t('name'),
      cell: ({ id, firstName, lastName }) => (
        <>
          <Link to="/people/$userId" params={{ userId: id }}>{`${firstName} ${lastName}`}</Link>
          <span className="row-note name">{id}</span>
        </>
      ),
    },
    {
      id: 'organization',
      header: t('people.place'),
      cell: (user) => (
        <>
          {placeOf(user)}
          {user.districtAdmin && <span className="row-note">{t('people.districtAdmin')}</span>}
        </>
      ),
    },
    { id: 'email', header: t('people.email'), cell: ({ email }) => <span className="name">{email}</span> },
    { id: 'status', header: t('status'), cell: ({ active }) => <AccountStatus active={active} /> },
  ];
};

/** Who works with the system: all people for the state, those of the own district for its administrator. */
export const PeoplePage = () => {
  const { t } = useTranslation('administration');
  const { data: me } = useSuspenseQuery(meQuery);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isPermitted = usePermitted();
  const filters = useFilters(me.side === 'STATE');
  const columns = useColumns();
  const [isNew, setNew] = useState(false);
  const list = usePages({
    queryKey: ['users', 'list', search],
    read: (cursor) => answerOf(api.GET('/v1/users', { params: { query: { ...search, cursor } } })),
  });
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      above={<AdministrationLink />}
      actions={
        isPermitted('createUser') && (
          <Button type="button" onClick={() => setNew(true)}>
            {t('people.new')}
          </Button>
        )
      }
    >
      <FilterBar
        filters={filters}
        values={search}
        onApply={(values) => void navigate({ search: { ...search, ...values } })}
      />
      <Listing
        list={list}
        caption={t('people.title')}
        columns={columns}
        idOf={({ id }) => id}
        empty={t('people.empty')}
        emptyText={t('emptyText')}
      />
      {isNew && <NewPerson onClose={() => setNew(false)} />}
    </Page>
  );
};
