import { type ComponentProps, useId } from 'react';
import { Field } from './field.tsx';
import { Checkbox, Select, Textarea, TextInput } from './uswds.tsx';

interface Described {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
}

export const TextField = ({ label, hint, problem, ...input }: Described & Omit<ComponentProps<'input'>, 'id'>) => (
  <Field id={useId()} label={label} hint={hint} problem={problem}>
    {(ties) => <TextInput type="text" maxLength={200} {...input} {...ties} />}
  </Field>
);

export const AreaField = ({ label, hint, problem, ...area }: Described & Omit<ComponentProps<'textarea'>, 'id'>) => (
  <Field id={useId()} label={label} hint={hint} problem={problem}>
    {(ties) => <Textarea maxLength={4000} {...area} {...ties} />}
  </Field>
);

export const SelectField = ({ label, hint, problem, ...select }: Described & Omit<ComponentProps<'select'>, 'id'>) => (
  <Field id={useId()} label={label} hint={hint} problem={problem}>
    {(ties) => <Select {...select} {...ties} />}
  </Field>
);

export const TickField = ({ label, ...input }: { readonly label: string } & Omit<ComponentProps<'input'>, 'id'>) => {
  const id = useId();
  return <Checkbox id={id} label={label} {...input} />;
};
