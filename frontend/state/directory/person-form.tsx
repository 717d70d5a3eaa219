import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { User } from '../../api/shapes.ts';
import { TextField } from '../../parts/fields.tsx';

/** What is asked of everybody, new or known. */
export interface PersonForm {
  firstName: string;
  lastName: string;
  email: string;
  staffStateId: string;
}

export const personOf = ({ firstName, lastName, email, staffStateId }: User): PersonForm => ({
  firstName,
  lastName,
  email,
  staffStateId: staffStateId ?? '',
});

interface PersonFieldsProps {
  readonly register: UseFormRegister<PersonForm>;
  readonly errors: FieldErrors<PersonForm>;
}

export const PersonFields = ({ register, errors }: PersonFieldsProps) => {
  const { t } = useTranslation('administration');
  const required = { required: t('required') };
  return (
    <>
      <TextField
        label={t('people.firstName')}
        maxLength={100}
        problem={errors.firstName?.message}
        {...register('firstName', required)}
      />
      <TextField
        label={t('people.lastName')}
        maxLength={100}
        problem={errors.lastName?.message}
        {...register('lastName', required)}
      />
      <TextField
        label={t('people.email')}
        type="email"
        maxLength={254}
        problem={errors.email?.message}
        {...register('email', required)}
      />
      <TextField label={t('people.staffStateId')} hint={t('optional')} maxLength={64} {...register('staffStateId')} />
    </>
  );
};
