import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { districtsQuery } from '../../api/places.ts';
import type { LocalMember } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Listing } from '../../parts/listing.tsx';
import { useLocalMembers, useMemberColumns } from '../../parts/local-members.tsx';

const route = getRouteApi('/signed-in/categories/$id');

/** Who certifies and who reviews in the districts. The lists are theirs: the state looks. */
export const DistrictMembers = ({ categoryId }: { readonly categoryId: string }) => {
  const { t } = useTranslation(['administration', 'shell']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: districts } = useSuspenseQuery(districtsQuery);
  const list = useLocalMembers(categoryId, search);
  const district: Column<LocalMember> = {
    id: 'organization',
    header: t('administration:district'),
    cell: ({ districtId }) => districts.find(({ id }) => id === districtId)?.name ?? districtId,
  };
  return (
    <section aria-labelledby="district-members" className="section">
      <h2 id="district-members">{t('administration:categories.localMembers')}</h2>
      <FilterBar
        filters={[
          { kind: 'text', name: 'name', label: t('administration:name') },
          {
            kind: 'one',
            name: 'districtId',
            label: t('administration:district'),
            choices: districts.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: 'one',
            name: 'role',
            label: t('administration:members.role'),
            choices: [
              { value: 'CERTIFIER', label: t('shell:member.CERTIFIER') },
              { value: 'REVIEWER', label: t('shell:member.REVIEWER') },
            ],
          },
        ]}
        values={search}
        onApply={(values) => void navigate({ search: { ...search, ...values }, resetScroll: false })}
      />
      <Listing
        list={list}
        caption={t('administration:categories.localMembers')}
        columns={[...useMemberColumns(), district]}
        idOf={({ districtId, userId }) => `${districtId}/${userId}`}
        empty={t('administration:categories.noLocalMembers')}
        emptyText={t('administration:categories.noLocalMembersText')}
      />
    </section>
  );
};
