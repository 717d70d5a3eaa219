import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { User } from '../../api/shapes.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';
import { BackLink } from '../administration/back-link.tsx';
import { AccountStatus } from './account-status.tsx';
import { EditPerson } from './edit-person.tsx';
import { RightsForm } from './rights-form.tsx';
import { userQuery } from './user-query.ts';

const route = getRouteApi('/signed-in/people/$userId');

const PersonFacts = ({ user }: { readonly user: User }) => {
  const { t } = useTranslation('administration');
  const { data: organization } = useQuery({
    queryKey: ['organizations', user.organizationId],
    queryFn: () => answerOf(api.GET('/v1/organizations/{orgId}', { params: { path: { orgId: user.organizationId } } })),
  });
  return (
    <dl className="facts">
      <div>
        <dt>{t('people.place')}</dt>
        <dd>{organization?.name ?? user.organizationId}</dd>
      </div>
      <div>
        <dt>{t('people.userId')}</dt>
        <dd>{user.id}</dd>
      </div>
      <div>
        <dt>{t('people.email')}</dt>
        <dd>{user.email}</dd>
      </div>
      <div>
        <dt>{t('people.staffStateId')}</dt>
        <dd>{user.staffStateId ?? '–'}</dd>
      </div>
      <div>
        <dt>{t('status')}</dt>
        <dd>
          <AccountStatus active={user.active} />
          {user.districtAdmin && <span className="row-note">{t('people.districtAdmin')}</span>}
        </dd>
      </div>
    </dl>
  );
};

const Memberships = ({ user }: { readonly user: User }) => {
  const { t } = useTranslation('administration');
  const isPermitted = usePermitted();
  const { data } = useQuery({
    queryKey: ['categories', 'names'],
    queryFn: () => answerOf(api.GET('/v1/categories', { params: { query: { limit: '200' } } })),
    enabled: isPermitted('listCategories'),
  });
  if (user.memberships.length === 0) return <EmptyState title={t('people.noMemberships')} />;
  return (
    <ul className="usa-list">
      {user.memberships.map(({ categoryId, role }) => {
        const name = data?.items.find(({ id }) => id === categoryId)?.name ?? categoryId;
        return <li key={categoryId}>{`${name}: ${t(`members.${role}`)}`}</li>;
      })}
    </ul>
  );
};

/** One person: who it is, what his rights are, tool by tool, and where he is a member. */
export const PersonPage = () => {
  const { t } = useTranslation('administration');
  const { userId } = route.useParams();
  const isPermitted = usePermitted();
  const { data: answer } = useSuspenseQuery(userQuery(userId));
  const user = answer.data;
  const [isEditing, setEditing] = useState(false);
  return (
    <Page
      title={`${user.firstName} ${user.lastName}`}
      above={<BackLink to="/people">{t('people.title')}</BackLink>}
      actions={
        isPermitted('changeUser') && (
          <Button type="button" outline onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      <PersonFacts user={user} />
      <RightsForm key={userId} user={answer} mayChange={isPermitted('replaceRights')} />
      <section aria-labelledby="memberships" className="section">
        <h2 id="memberships">{t('people.memberships')}</h2>
        <Memberships user={user} />
      </section>
      {isEditing && <EditPerson user={answer} onClose={() => setEditing(false)} />}
    </Page>
  );
};
