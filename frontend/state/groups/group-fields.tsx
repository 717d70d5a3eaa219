import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AreaField, SelectField, TextField, TickField } from '../../parts/fields.tsx';
import type { GroupForm } from './group-form.ts';
import { GroupRules } from './group-rules.tsx';

/** Everything a group is. */
export const GroupFields = ({ form }: { readonly form: UseFormReturn<GroupForm> }) => {
  const { t } = useTranslation(['rules', 'administration']);
  const { register, formState, control, watch } = form;
  return (
    <>
      <TextField
        label={t('administration:name')}
        problem={formState.errors.name?.message}
        {...register('name', { required: t('administration:required') })}
      />
      <SelectField label={t('administration:level.title')} hint={t('rules:groups.levelHint')} {...register('level')}>
        <option value="DISTRICT">{t('administration:level.DISTRICT')}</option>
        <option value="SCHOOL">{t('administration:level.SCHOOL')}</option>
      </SelectField>
      <AreaField
        label={t('administration:description')}
        hint={t('administration:optional')}
        {...register('description')}
      />
      <TickField label={t('administration:active')} {...register('active')} />
      <Controller
        control={control}
        name="rules"
        render={({ field }) => <GroupRules level={watch('level')} rules={field.value} onChange={field.onChange} />}
      />
      <TextField label={t('rules:reason')} hint={t('rules:reasonHint')} maxLength={2000} {...register('reason')} />
    </>
  );
};
