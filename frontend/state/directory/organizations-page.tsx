import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { districtsQuery } from '../../api/places.ts';
import type { Organization } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';
import { BackLink } from '../administration/back-link.tsx';
import { EditOrganization } from './edit-organization.tsx';
import { NewOrganization } from './new-organization.tsx';

const route = getRouteApi('/signed-in/organizations');
const types = ['REGION', 'DISTRICT', 'SCHOOL'] as const;

/** Regions, districts and schools, under the agency's own numbers. */
export const OrganizationsPage = () => {
  const { t } = useTranslation('administration');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isPermitted = usePermitted();
  const { data: districts } = useSuspenseQuery(districtsQuery);
  const [isNew, setNew] = useState(false);
  const [editing, setEditing] = useState<Organization | null>(null);
  const list = usePages({
    queryKey: ['organizations', 'list', search],
    read: (cursor) => answerOf(api.GET('/v1/organizations', { params: { query: { ...search, cursor } } })),
  });
  const actions: Column<Organization> = {
    id: 'actions',
    header: t('actions'),
    cell: (organization) => (
      <Button type="button" unstyled onClick={() => setEditing(organization)}>
        {t('edit')}
        <span className="usa-sr-only">{`: ${organization.name}`}</span>
      </Button>
    ),
  };
  const parentOf = ({ parentOrganizationId: parent }: Organization): string =>
    districts.find(({ id }) => id === parent)?.name ?? parent ?? '–';
  const columns: readonly Column<Organization>[] = [
    { id: 'name', header: t('name'), cell: ({ name }) => name },
    { id: 'number', header: t('organizations.number'), cell: ({ number }) => number },
    { id: 'type', header: t('organizations.type'), cell: ({ type }) => t(`organizations.${type}`) },
    { id: 'parent', header: t('organizations.parent'), cell: parentOf },
    ...(isPermitted('changeOrganization') ? [actions] : []),
  ];
  return (
    <Page
      title={t('organizations.title')}
      lead={t('organizations.lead')}
      above={<BackLink to="/administration">{t('title')}</BackLink>}
      actions={
        isPermitted('createOrganization') && (
          <Button type="button" onClick={() => setNew(true)}>
            {t('organizations.new')}
          </Button>
        )
      }
    >
      <FilterBar
        filters={[
          { kind: 'text', name: 'name', label: t('organizations.find') },
          {
            kind: 'one',
            name: 'type',
            label: t('organizations.type'),
            choices: types.map((value) => ({ value, label: t(`organizations.${value}`) })),
          },
          {
            kind: 'one',
            name: 'parentOrganizationId',
            label: t('district'),
            choices: districts.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        values={search}
        onApply={(values) => void navigate({ search: { ...search, ...values } })}
      />
      <Listing
        list={list}
        caption={t('organizations.title')}
        columns={columns}
        idOf={({ id }) => id}
        empty={t('organizations.empty')}
        emptyText={t('emptyText')}
      />
      {isNew && <NewOrganization onClose={() => setNew(false)} />}
      {editing !== null && <EditOrganization id={editing.id} onClose={() => setEditing(null)} />}
    </Page>
  );
};
