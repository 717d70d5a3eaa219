import { useSuspenseQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AreaField, SelectField, TextField } from '../../parts/fields.tsx';
import { Checkbox } from '../../parts/uswds.tsx';
import { datasetsQuery } from '../events/library.ts';
import { ParameterFields } from './parameter-fields.tsx';
import type { RuleForm } from './rule-form.ts';

import { kinds, levels, severities } from './rule-words.ts';
import { SqlEditor } from './sql-editor.tsx';

interface RuleFieldsProps {
  readonly form: UseFormReturn<RuleForm>;
}

/** Which datasets the query reads; the first is the one it is reported under. */
const DatasetsField = ({ form: { register, formState } }: RuleFieldsProps) => {
  const { t } = useTranslation(['rules', 'administration']);
  const id = useId();
  const { data: datasets } = useSuspenseQuery(datasetsQuery);
  const problem = formState.errors.datasets?.message;
  return (
    <fieldset className="usa-fieldset schools">
      <legend className="usa-legend">{t('rules:datasets')}</legend>
      <span className="usa-hint">{t('rules:datasetsHint')}</span>
      {problem !== undefined && (
        <span className="usa-error-message" role="alert">
          {problem}
        </span>
      )}
      <div className="ticks">
        {datasets.map(({ name }) => (
          <Checkbox
            key={name}
            id={`${id}-${name}`}
            value={name}
            label={<span className="name">{name}</span>}
            {...register('datasets', { validate: (chosen) => chosen.length > 0 || t('rules:noDataset') })}
          />
        ))}
      </div>
    </fieldset>
  );
};

/** Everything a rule is, in the order in which one thinks of it. */
export const RuleFields = ({ form }: RuleFieldsProps) => {
  const { t } = useTranslation(['rules', 'statuses', 'administration']);
  const id = useId();
  const { register, formState, control } = form;
  const { errors } = formState;
  const required = { required: t('administration:required') };
  return (
    <>
      <div className="fields">
        <TextField
          label={t('rules:code')}
          hint={t('rules:codeHint')}
          maxLength={64}
          problem={errors.code?.message}
          {...register('code', required)}
        />
        <TextField label={t('rules:name')} problem={errors.name?.message} {...register('name', required)} />
        <SelectField label={t('rules:severity')} {...register('severity')}>
          {severities.map((value) => (
            <option key={value} value={value}>
              {t(`statuses:severity.${value}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('rules:kind')} {...register('kind')}>
          {kinds.map((value) => (
            <option key={value} value={value}>
              {t(`rules:kinds.${value}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('administration:level.title')} {...register('level')}>
          {levels.map((value) => (
            <option key={value} value={value}>
              {t(`administration:level.${value}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <DatasetsField form={form} />
      <Controller
        control={control}
        name="sql"
        rules={required}
        render={({ field, fieldState }) => (
          <SqlEditor id={id} value={field.value} problem={fieldState.error?.message} onChange={field.onChange} />
        )}
      />
      <ParameterFields form={form} />
      <AreaField
        label={t('rules:message')}
        hint={t('rules:messageHint')}
        maxLength={2000}
        problem={errors.message?.message}
        {...register('message', required)}
      />
      <TextField
        label={t('rules:causeColumn')}
        hint={t('rules:causeColumnHint')}
        maxLength={200}
        problem={errors.causeColumn?.message}
        {...register('causeColumn')}
      />
      <AreaField label={t('rules:resolution')} hint={t('administration:optional')} {...register('resolution')} />
      <TextField
        label={t('rules:helpUrl')}
        hint={t('administration:optional')}
        type="url"
        maxLength={2000}
        {...register('helpUrl')}
      />
      <TextField label={t('rules:reason')} hint={t('rules:reasonHint')} maxLength={2000} {...register('reason')} />
    </>
  );
};
