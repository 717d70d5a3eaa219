import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../parts/field.tsx';
import { Select } from '../../../parts/uswds.tsx';
import { categoriesQuery } from '../library.ts';
import type { DefinitionForm } from './definition-form.ts';
import { ExternalLinks } from './external-links.tsx';
import { useFieldProblem } from './field-problems.ts';
import { GroupChoice } from './group-choice.tsx';

/** Step 2: who certifies (the category), and what is looked at. */
export const DataStep = () => {
  const { t } = useTranslation('events');
  const { register, formState, watch, getValues, setValue } = useFormContext<DefinitionForm>();
  const problem = useFieldProblem();
  const { data: categories } = useSuspenseQuery(categoriesQuery);
  const chosen = watch('categoryId');
  // One that was made inactive meanwhile stays to be seen where it is chosen.
  const offered = categories.filter(({ id, active }) => active || id === chosen);
  const takeLevel = (id: string): void => {
    const category = categories.find((one) => one.id === id);
    if (category !== undefined && getValues('level') === '') setValue('level', category.level, { shouldDirty: true });
  };
  return (
    <>
      <Field
        id="categoryId"
        label={t('field.categoryId')}
        hint={t('editor.hint.categoryId')}
        problem={problem(formState.errors.categoryId?.message)}
      >
        {(ties) => (
          <Select
            className="wide"
            {...ties}
            {...register('categoryId', {
              onChange: (change: { readonly target: { readonly value: string } }) => takeLevel(change.target.value),
            })}
          >
            <option value="">{t('editor.choose')}</option>
            {offered.map(({ id, name, level, published }) => (
              <option key={id} value={id}>
                {[name, t(`level.${level}`), ...(published ? [] : [t('editor.notPublished')])].join(', ')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <GroupChoice />
      <ExternalLinks />
    </>
  );
};
