import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { schoolsQuery } from '../api/places.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { Checkbox, Radio } from './uswds.tsx';

export type Schools = 'ALL' | readonly string[];

interface SchoolsFieldProps {
  readonly districtId: string;
  readonly value: Schools;
  readonly onChange: (schools: Schools) => void;
}

/** All schools of a district, or those that are ticked. */
export const SchoolsField = ({ districtId, value, onChange }: SchoolsFieldProps) => {
  const { t } = useTranslation();
  const id = useId();
  const schools = useQuery({ ...schoolsQuery(districtId), enabled: value !== 'ALL' });
  const toggle = (school: string, isIn: boolean): void => {
    const others = value === 'ALL' ? [] : value.filter((one) => one !== school);
    onChange(isIn ? [...others, school] : others);
  };
  return (
    <fieldset className="usa-fieldset schools">
      <legend className="usa-legend">{t('schools.legend')}</legend>
      <Radio
        id={`${id}-all`}
        name={id}
        label={t('schools.all')}
        checked={value === 'ALL'}
        onChange={() => onChange('ALL')}
      />
      <Radio
        id={`${id}-some`}
        name={id}
        label={t('schools.some')}
        checked={value !== 'ALL'}
        onChange={() => onChange([])}
      />
      {value !== 'ALL' && (
        <fieldset className="schools-list">
          <legend className="usa-sr-only">{t('schools.some')}</legend>
          <ProblemAlert error={schools.error} />
          {schools.data?.length === 0 && <p>{t('schools.none')}</p>}
          {schools.data?.map((school) => (
            <Checkbox
              key={school.id}
              id={`${id}-${school.id}`}
              label={`${school.name} (${school.number})`}
              checked={value.includes(school.id)}
              onChange={({ currentTarget }) => toggle(school.id, currentTarget.checked)}
            />
          ))}
        </fieldset>
      )}
    </fieldset>
  );
};
