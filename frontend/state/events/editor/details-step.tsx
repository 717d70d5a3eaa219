import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../parts/field.tsx';
import { Checkbox, Select, Textarea, TextInput } from '../../../parts/uswds.tsx';
import { useYearChoices } from '../../../parts/year-choices.ts';
import type { DefinitionForm } from './definition-form.ts';
import { useFieldProblem } from './field-problems.ts';

const dates = ['startDate', 'certificationOpensDate', 'endDate'] as const;

/** Step 1: what it is called, for which year, and when. */
export const DetailsStep = ({ isPublished }: { readonly isPublished: boolean }) => {
  const { t } = useTranslation('events');
  const { register, formState, watch } = useFormContext<DefinitionForm>();
  const problem = useFieldProblem();
  const { errors } = formState;
  const offered = useYearChoices();
  const chosen = watch('reportingYear');
  const years = offered.some(({ value }) => value === chosen)
    ? offered
    : [{ value: chosen, label: chosen }, ...offered];
  return (
    <>
      <Field id="name" label={t('field.name')} problem={problem(errors.name?.message)}>
        {(ties) => <TextInput type="text" maxLength={200} className="wide" {...ties} {...register('name')} />}
      </Field>
      <Field
        id="reportingYear"
        label={t('field.reportingYear')}
        hint={isPublished ? t('editor.yearFixed') : undefined}
        problem={problem(errors.reportingYear?.message)}
      >
        {(ties) => (
          <Select {...ties} {...register('reportingYear')}>
            {years.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="side-by-side">
        {dates.map((name) => (
          <Field
            key={name}
            id={name}
            label={t(`field.${name}`)}
            hint={t(`editor.hint.${name}`)}
            problem={problem(errors[name]?.message)}
          >
            {(ties) => <TextInput type="date" {...ties} {...register(name)} />}
          </Field>
        ))}
      </div>
      <Field
        id="description"
        label={t('field.description')}
        hint={t('editor.hint.description')}
        problem={problem(errors.description?.message)}
      >
        {(ties) => <Textarea maxLength={20_000} className="wide" {...ties} {...register('description')} />}
      </Field>
      <Checkbox id="active" label={t('editor.active')} {...register('active')} />
    </>
  );
};
