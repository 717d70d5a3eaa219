import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/shapes.ts';
import { TextField, TickField } from '../../parts/fields.tsx';
import { ColumnFields } from './column-fields.tsx';
import type { DatasetForm } from './dataset-form.ts';

interface DatasetFieldsProps {
  readonly form: UseFormReturn<DatasetForm>;
  /** Null for a new one. What was delivered was delivered under its name and key: these stay. */
  readonly present: Dataset | null;
}

/** Everything a dataset declares. */
export const DatasetFields = ({ form, present }: DatasetFieldsProps) => {
  const { t } = useTranslation('administration');
  const { register, formState } = form;
  const required = { required: t('required') };
  const known = new Set(present?.columns.map(({ name }) => String(name)) ?? []);
  return (
    <>
      {present === null && (
        <TextField
          label={t('datasets.technicalName')}
          hint={t('datasets.technicalNameHint')}
          maxLength={64}
          problem={formState.errors.name?.message}
          {...register('name', required)}
        />
      )}
      <TextField label={t('name')} problem={formState.errors.title?.message} {...register('title', required)} />
      <ColumnFields form={form} known={known} />
      {present === null ? (
        <TextField
          label={t('datasets.schoolColumn')}
          hint={t('datasets.schoolColumnHint')}
          maxLength={64}
          {...register('schoolColumn')}
        />
      ) : (
        <TickField label={t('datasets.retire')} {...register('retired')} />
      )}
      <TextField label={t('datasets.reason')} hint={t('optional')} maxLength={2000} {...register('reason')} />
    </>
  );
};
