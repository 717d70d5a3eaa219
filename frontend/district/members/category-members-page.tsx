import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import type { LocalMember } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { Listing } from '../../parts/listing.tsx';
import { useLocalMembers, useMemberColumns } from '../../parts/local-members.tsx';
import { Page } from '../../parts/page.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { RemoveMember } from './remove-member.tsx';

const route = getRouteApi('/signed-in/members/$id');

/** Who of this district certifies and who reviews in one category, for which schools. */
export const CategoryMembersPage = () => {
  const { t } = useTranslation('district');
  const { id } = route.useParams();
  const isPermitted = usePermitted();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: category } = useSuspenseQuery({
    queryKey: ['categories', id, 'name'],
    queryFn: () => answerOf(api.GET('/v1/categories/{id}', { params: { path: { id } } })),
  });
  const [editing, setEditing] = useState<LocalMember | 'new' | null>(null);
  const [leaving, setLeaving] = useState<LocalMember | null>(null);
  const list = useLocalMembers(id, {});
  const actions: Column<LocalMember> = {
    id: 'actions',
    header: t('worklist.actions'),
    cell: (member) => (
      <span className="row-buttons">
        <Button type="button" unstyled onClick={() => setEditing(member)}>
          {t('members.change')}
          <span className="usa-sr-only">{`: ${member.name}`}</span>
        </Button>
        <Button type="button" unstyled onClick={() => setLeaving(member)}>
          {t('members.remove')}
          <span className="usa-sr-only">{`: ${member.name}`}</span>
        </Button>
      </span>
    ),
  };
  const mayChange = isPermitted('setLocalMember');
  return (
    <Page
      title={category.name}
      lead={t('members.categoryLead', { level: t(`level.${category.level}`), district: me.organization.name })}
      above={
        <p className="above">
          <Link to="/members">{t('members.title')}</Link>
        </p>
      }
      actions={
        mayChange && (
          <Button type="button" onClick={() => setEditing('new')}>
            {t('members.add')}
          </Button>
        )
      }
    >
      <Listing
        list={list}
        caption={t('members.title')}
        columns={[...useMemberColumns(), ...(mayChange ? [actions] : [])]}
        idOf={({ userId }) => userId}
        empty={t('members.empty')}
        emptyText={t('members.emptyText')}
      />
      {editing !== null && (
        <MemberDialog
          category={category}
          districtId={me.organizationId}
          member={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {leaving !== null && <RemoveMember member={leaving} onClose={() => setLeaving(null)} />}
    </Page>
  );
};
