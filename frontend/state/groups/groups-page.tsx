import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { ValidationGroup } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { useNumberText } from '../../parts/time-text.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { usePermitted } from '../../parts/use-permitted.ts';
import { BackLink } from '../administration/back-link.tsx';

const route = getRouteApi('/signed-in/groups');

/** Rules that are reported together; certification events link these. */
export const GroupsPage = () => {
  const { t } = useTranslation(['rules', 'administration']);
  const number = useNumberText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isPermitted = usePermitted();
  const list = usePages({
    queryKey: ['validation-groups', 'list', search],
    read: (cursor) => answerOf(api.GET('/v1/validation-groups', { params: { query: { ...search, cursor } } })),
  });
  const columns: readonly Column<ValidationGroup>[] = [
    {
      id: 'name',
      header: t('administration:name'),
      cell: ({ id, name, description }) => (
        <>
          <Link to="/groups/$id" params={{ id }}>
            {name}
          </Link>
          {description !== null && <span className="row-note">{description}</span>}
        </>
      ),
    },
    { id: 'level', header: t('administration:level.title'), cell: ({ level }) => t(`administration:level.${level}`) },
    {
      id: 'status',
      header: t('administration:status'),
      cell: ({ active }) => (
        <Status
          tone={active ? 'done' : 'quiet'}
          words={active ? t('administration:active') : t('administration:inactive')}
        />
      ),
    },
    { id: 'rules', header: t('rules:groups.rules'), numeric: true, cell: ({ rules }) => number(rules.length) },
  ];
  return (
    <Page
      title={t('rules:groups.title')}
      lead={t('rules:groups.lead')}
      above={<BackLink to="/administration">{t('administration:title')}</BackLink>}
      actions={
        isPermitted('createValidationGroup') && (
          <Link to="/groups/new" className="usa-button">
            {t('rules:groups.new')}
          </Link>
        )
      }
    >
      <FilterBar
        filters={[
          { kind: 'text', name: 'name', label: t('administration:name') },
          {
            kind: 'one',
            name: 'level',
            label: t('administration:level.title'),
            choices: (['DISTRICT', 'SCHOOL'] as const).map((value) => ({
              value,
              label: t(`administration:level.${value}`),
            })),
          },
          {
            kind: 'one',
            name: 'active',
            label: t('administration:active'),
            choices: [
              { value: 'true', label: t('administration:yes') },
              { value: 'false', label: t('administration:no') },
            ],
          },
        ]}
        values={search}
        onApply={(values) => void navigate({ search: { ...search, ...values } })}
      />
      <Listing
        list={list}
        caption={t('rules:groups.title')}
        columns={columns}
        idOf={({ id }) => id}
        empty={t('rules:groups.empty')}
        emptyText={t('administration:emptyText')}
      />
    </Page>
  );
};
