import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { Button } from '../../parts/uswds.tsx';
import type { RuleForm } from './rule-form.ts';
import { parameterTypes } from './rule-words.ts';

/** Values that the query takes by name (`$days`), each with what it is without one. */
export const ParameterFields = ({ form }: { readonly form: UseFormReturn<RuleForm> }) => {
  const { t } = useTranslation(['rules', 'administration']);
  const { register, control, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'parameters' });
  return (
    <fieldset className="usa-fieldset schools">
      <legend className="usa-legend">{t('rules:parameters')}</legend>
      <span className="usa-hint field-hint">{t('rules:parametersHint')}</span>
      {fields.map((field, index) => (
        <div key={field.id} className="fields fields--row">
          <TextField
            label={t('rules:parameterName')}
            maxLength={63}
            problem={formState.errors.parameters?.[index]?.name?.message}
            {...register(`parameters.${index}.name`, { required: t('administration:required') })}
          />
          <SelectField label={t('rules:parameterType')} {...register(`parameters.${index}.type`)}>
            {parameterTypes.map((value) => (
              <option key={value} value={value}>
                {t(`rules:types.${value}`)}
              </option>
            ))}
          </SelectField>
          <TextField label={t('rules:parameterDefault')} maxLength={1000} {...register(`parameters.${index}.value`)} />
          <Button type="button" unstyled onClick={() => remove(index)}>
            {t('rules:removeParameter')}
            <span className="usa-sr-only">{` ${index + 1}`}</span>
          </Button>
        </div>
      ))}
      <p>
        <Button type="button" outline onClick={() => append({ name: '', type: 'STRING', value: '' })}>
          {t('rules:addParameter')}
        </Button>
      </p>
    </fieldset>
  );
};
