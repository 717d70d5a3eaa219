import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Category } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { useNumberText } from '../../parts/time-text.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';
import { BackLink } from '../administration/back-link.tsx';
import { CategoryStatus } from './category-status.tsx';
import { NewCategory } from './new-category.tsx';

const route = getRouteApi('/signed-in/categories');

const useFilters = () => {
  const { t } = useTranslation('administration');
  const yesOrNo = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ];
  return [
    { kind: 'text', name: 'name', label: t('name') },
    {
      kind: 'one',
      name: 'level',
      label: t('level.title'),
      choices: [
        { value: 'DISTRICT', label: t('level.DISTRICT') },
        { value: 'SCHOOL', label: t('level.SCHOOL') },
      ],
    },
    { kind: 'one', name: 'active', label: t('active'), choices: yesOrNo },
    { kind: 'one', name: 'published', label: t('categories.published'), choices: yesOrNo },
  ] as const;
};

/** The subject areas: each decides who sees and acts on the certification events that name it. */
export const CategoriesPage = () => {
  const { t } = useTranslation('administration');
  const number = useNumberText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isPermitted = usePermitted();
  const filters = useFilters();
  const [isNew, setNew] = useState(false);
  const list = usePages({
    queryKey: ['categories', 'list', search],
    read: (cursor) => answerOf(api.GET('/v1/categories', { params: { query: { ...search, cursor } } })),
  });
  const columns: readonly Column<Category>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ id, name, description }) => (
        <>
          <Link to="/categories/$id" params={{ id }}>
            {name}
          </Link>
          {description !== null && <span className="row-note">{description}</span>}
        </>
      ),
    },
    { id: 'level', header: t('level.title'), cell: ({ level }) => t(`level.${level}`) },
    { id: 'status', header: t('status'), cell: (category) => <CategoryStatus category={category} /> },
    {
      id: 'members',
      header: t('categories.stateMembers'),
      numeric: true,
      cell: ({ stateMembers }) => number(stateMembers.length),
    },
  ];
  return (
    <Page
      title={t('categories.title')}
      lead={t('categories.lead')}
      above={<BackLink to="/administration">{t('title')}</BackLink>}
      actions={
        isPermitted('createCategory') && (
          <Button type="button" onClick={() => setNew(true)}>
            {t('categories.new')}
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
        caption={t('categories.title')}
        columns={columns}
        idOf={({ id }) => id}
        empty={t('categories.empty')}
        emptyText={t('emptyText')}
      />
      {isNew && <NewCategory onClose={() => setNew(false)} />}
    </Page>
  );
};
