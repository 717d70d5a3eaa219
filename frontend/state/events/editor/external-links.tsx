import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../parts/field.tsx';
import { Button, TextInput } from '../../../parts/uswds.tsx';
import type { DefinitionForm } from './definition-form.ts';
import { useFieldProblem } from './field-problems.ts';

/** Data that lies elsewhere, by its address. */
export const ExternalLinks = () => {
  const { t } = useTranslation('events');
  const { register, formState } = useFormContext<DefinitionForm>();
  const problem = useFieldProblem();
  const links = useFieldArray<DefinitionForm, 'externalLinks'>({ name: 'externalLinks' });
  const errors = formState.errors.externalLinks;
  return (
    <fieldset className="usa-fieldset group">
      <legend className="usa-label">{t('editor.links')}</legend>
      <span className="usa-hint">{t('editor.hint.links')}</span>
      {links.fields.map(({ id }, index) => (
        <div key={id} className="side-by-side">
          <Field id={`label-${id}`} label={t('editor.linkLabel')} problem={problem(errors?.[index]?.label?.message)}>
            {(ties) => (
              <TextInput type="text" maxLength={200} {...ties} {...register(`externalLinks.${index}.label`)} />
            )}
          </Field>
          <Field id={`url-${id}`} label={t('editor.linkUrl')} problem={problem(errors?.[index]?.url?.message)}>
            {(ties) => <TextInput type="url" maxLength={2000} {...ties} {...register(`externalLinks.${index}.url`)} />}
          </Field>
          <Button
            type="button"
            unstyled
            className="beside"
            aria-label={t('editor.removeLinkNumber', { number: index + 1 })}
            onClick={() => links.remove(index)}
          >
            {t('editor.removeLink')}
          </Button>
        </div>
      ))}
      <div className="buttons">
        <Button type="button" outline onClick={() => links.append({ label: '', url: '' })}>
          {t('editor.addLink')}
        </Button>
      </div>
    </fieldset>
  );
};
