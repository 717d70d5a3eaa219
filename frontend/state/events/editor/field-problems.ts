import type { FieldErrors } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { EditorStep } from '../event-words.ts';
import type { DefinitionForm } from './definition-form.ts';
import { placeOf } from './step-of-field.ts';

const known = ['nameMissing', 'yearMissing', 'labelMissing', 'urlMissing'] as const;

/** The words of a fault: one the form found by itself, or one that came in words from the API. */
export const useFieldProblem = (): ((message: string | undefined) => string | undefined) => {
  const { t } = useTranslation('events');
  return (message) => {
    const own = known.find((one) => one === message);
    return own === undefined ? message : t(`editor.${own}`);
  };
};

export const faultySteps = (errors: FieldErrors<DefinitionForm>): ReadonlySet<EditorStep> =>
  new Set(Object.keys(errors).flatMap((name) => placeOf(name)?.[0] ?? []));
