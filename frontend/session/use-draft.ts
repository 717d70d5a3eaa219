import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { announceDraft, takeDraft } from './drafts.ts';

/** Keeps what was typed into a form over a sign-in that becomes necessary meanwhile. `name` says which form of which thing. */
export const useDraft = <Input extends FieldValues, Context, Output>(
  name: string,
  form: UseFormReturn<Input, Context, Output>,
): void => {
  const { getValues, reset } = form;
  useEffect(() => {
    const draft = takeDraft(name);
    if (typeof draft === 'object' && draft !== null) reset({ ...getValues(), ...draft }, { keepDefaultValues: true });
    return announceDraft(name, () => getValues());
  }, [name, getValues, reset]);
};
