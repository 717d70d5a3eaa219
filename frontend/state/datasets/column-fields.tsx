import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { columnTypes } from '../../../shared/engine/declaration.ts';
import { AreaField, SelectField, TextField, TickField } from '../../parts/fields.tsx';
import { Button } from '../../parts/uswds.tsx';
import { type DatasetForm, emptyColumn } from './dataset-form.ts';

interface ColumnFieldsProps {
  readonly form: UseFormReturn<DatasetForm>;
  /** Columns that are declared already: their name, type and part in the key stay. */
  readonly known: ReadonlySet<string>;
}

/** The columns of a dataset, each with what it may hold. */
export const ColumnFields = ({ form, known }: ColumnFieldsProps) => {
  const { t } = useTranslation('administration');
  const { control, register, formState } = form;
  const columns = useFieldArray({ control, name: 'columns' });
  const required = { required: t('required') };
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-label">{t('datasets.columns')}</legend>
      <ol className="group-rules">
        {columns.fields.map(({ id, name, type }, index) => {
          const isKnown = known.has(name);
          const called = name === '' ? t('datasets.newColumn') : name;
          const at = `columns.${index}` as const;
          return (
            <li key={id}>
              <span className="group-rule">{called}</span>
              <div className="fields">
                <TextField
                  label={t('datasets.columnName')}
                  maxLength={64}
                  readOnly={isKnown}
                  problem={formState.errors.columns?.[index]?.name?.message}
                  {...register(`${at}.name`, required)}
                />
                {isKnown ? (
                  <TextField label={t('datasets.type')} readOnly value={t(`datasets.types.${type}`)} />
                ) : (
                  <SelectField label={t('datasets.type')} {...register(`${at}.type`)}>
                    {columnTypes.map((value) => (
                      <option key={value} value={value}>
                        {t(`datasets.types.${value}`)}
                      </option>
                    ))}
                  </SelectField>
                )}
                <TextField label={t('description')} maxLength={1000} {...register(`${at}.description`)} />
              </div>
              <AreaField
                label={t('datasets.codes')}
                hint={t('datasets.codesHint')}
                maxLength={100_000}
                {...register(`${at}.codes`)}
              />
              <TickField label={t('datasets.required')} {...register(`${at}.required`)} />
              {known.size === 0 && <TickField label={t('datasets.partOfKey')} {...register(`${at}.isKey`)} />}
              <Button
                type="button"
                unstyled
                disabled={columns.fields.length === 1}
                onClick={() => columns.remove(index)}
              >
                {t('datasets.removeColumn')}
                <span className="usa-sr-only">{`: ${called}`}</span>
              </Button>
            </li>
          );
        })}
      </ol>
      <div className="buttons">
        <Button type="button" outline onClick={() => columns.append(emptyColumn)}>
          {t('datasets.addColumn')}
        </Button>
      </div>
    </fieldset>
  );
};
