import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import { schoolsQuery } from '../api/places.ts';
import type { LocalMember } from '../api/shapes.ts';
import type { Column } from './data-table.tsx';
import { usePages } from './use-pages.ts';

export interface MemberSearch {
  readonly name?: string | undefined;
  readonly districtId?: string | undefined;
  readonly role?: LocalMember['role'] | undefined;
}

/** Whom districts have named for a category: the state sees all, a district its own. */
export const useLocalMembers = (categoryId: string, search: MemberSearch) =>
  usePages({
    queryKey: ['members', categoryId, search],
    read: (cursor) =>
      answerOf(
        api.GET('/v1/categories/{id}/local-members', {
          params: { path: { id: categoryId }, query: { ...search, cursor } },
        }),
      ),
  });

/** The schools a member is named for, by their names. */
const SchoolNames = ({ member: { districtId, schools } }: { readonly member: LocalMember }) => {
  const { t } = useTranslation();
  const { data } = useQuery({ ...schoolsQuery(districtId), enabled: schools !== 'ALL' });
  if (schools === 'ALL') return t('schools.all');
  return schools.map((id) => data?.find((school) => school.id === id)?.name ?? id).join(', ');
};

/** The columns that both sides see. */
export const useMemberColumns = (): readonly Column<LocalMember>[] => {
  const { t } = useTranslation();
  return [
    {
      id: 'name',
      header: t('member.name'),
      cell: ({ name, userId }) => (
        <>
          {name}
          <span className="row-note name">{userId}</span>
        </>
      ),
    },
    { id: 'role', header: t('member.role'), cell: ({ role }) => t(`member.${role}`) },
    { id: 'schools', header: t('schools.legend'), cell: (member) => <SchoolNames member={member} /> },
  ];
};
