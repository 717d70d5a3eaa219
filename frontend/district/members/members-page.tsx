import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Category } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { usePages } from '../../parts/use-pages.ts';

/** The categories for which this district names who certifies and who reviews. */
export const MembersPage = () => {
  const { t } = useTranslation('district');
  const list = usePages({
    queryKey: ['categories', 'list', {}],
    read: (cursor) => answerOf(api.GET('/v1/categories', { params: { query: { cursor } } })),
  });
  const columns: readonly Column<Category>[] = [
    {
      id: 'name',
      header: t('members.category'),
      cell: ({ id, name, description }) => (
        <>
          <Link to="/members/$id" params={{ id }}>
            {name}
          </Link>
          {description !== null && <span className="row-note">{description}</span>}
        </>
      ),
    },
    { id: 'level', header: t('members.level'), cell: ({ level }) => t(`level.${level}`) },
  ];
  return (
    <Page title={t('members.title')} lead={t('members.lead')}>
      <Listing
        list={list}
        caption={t('members.title')}
        columns={columns}
        idOf={({ id }) => id}
        empty={t('members.noCategory')}
        emptyText={t('members.noCategoryText')}
      />
    </Page>
  );
};
