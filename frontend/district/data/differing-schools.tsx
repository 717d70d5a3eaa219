import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/openapi.ts';
import { schoolsQuery } from '../../api/places.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useNumberText } from '../../parts/time-text.tsx';

type Compared = components['schemas']['Reconciliation']['datasets'][number];
type School = Compared['schools'][number];
type Counts = Pick<School, 'onlyInDistrict' | 'onlyInState' | 'different'>;

const sumOf = ({ onlyInDistrict, onlyInState, different }: Counts): number => onlyInDistrict + onlyInState + different;

interface DifferingSchoolsProps {
  readonly districtId: string;
  readonly compared: Compared;
}

/** How many rows of a dataset differ, school by school: those with most of them first, as they come. */
export const DifferingSchools = ({ districtId, compared }: DifferingSchoolsProps) => {
  const { t } = useTranslation('district');
  const number = useNumberText();
  const { data: known } = useQuery(schoolsQuery(districtId));
  const { dataset, schools, schoolsComplete } = compared;
  const nameOf = (schoolId: string | null): string =>
    schoolId === null ? t('compare.noSchool') : (known?.find(({ id }) => id === schoolId)?.name ?? schoolId);
  const columns: readonly Column<School>[] = [
    { id: 'school', header: t('compare.school'), cell: ({ schoolId }) => nameOf(schoolId) },
    { id: 'here', header: t('compare.onlyHere'), numeric: true, cell: ({ onlyInDistrict }) => number(onlyInDistrict) },
    { id: 'there', header: t('compare.onlyThere'), numeric: true, cell: ({ onlyInState }) => number(onlyInState) },
    { id: 'different', header: t('compare.different'), numeric: true, cell: ({ different }) => number(different) },
  ];
  const differing = schools.filter((school) => sumOf(school) > 0);
  const isMore = !schoolsComplete && differing.length === schools.length;
  const together = differing.reduce((sum, school) => sum + sumOf(school), 0);
  return (
    <details className="counts">
      <summary>{t('compare.schoolsOf', { dataset })}</summary>
      <DataTable
        caption={t('compare.schoolsOf', { dataset })}
        captionHidden
        columns={columns}
        rows={differing}
        idOf={({ schoolId }) => schoolId ?? ''}
      />
      {together > sumOf(compared) && <p>{t('compare.severalSchools')}</p>}
      {isMore && <p>{t('compare.mostSchools')}</p>}
    </details>
  );
};
