import { type ComponentProps, type ReactNode, useId } from 'react';
import { Checkbox, ErrorMessage, FormGroup, Label, Select, Textarea, TextInput } from './uswds.tsx';

interface Described {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
}

interface Attributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

type FieldProps = Described & { readonly children: (attributes: Attributes) => ReactNode };

/** A label, a hint and what is wrong, all tied to the field they are about. */
const Field = ({ label, hint, problem, children }: FieldProps) => {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean);
  return (
    <FormGroup error={problem !== undefined}>
      <Label htmlFor={id}>{label}</Label>
      {hint !== undefined && (
        <span className="usa-hint field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem !== undefined && <ErrorMessage id={`${id}-problem`}>{problem}</ErrorMessage>}
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
      })}
    </FormGroup>
  );
};

export const TextField = ({ label, hint, problem, ...input }: Described & Omit<ComponentProps<'input'>, 'id'>) => (
  <Field label={label} problem={problem} {...(hint !== undefined && { hint })}>
    {(attributes) => <TextInput type="text" maxLength={200} {...input} {...attributes} />}
  </Field>
);

export const AreaField = ({ label, hint, problem, ...area }: Described & Omit<ComponentProps<'textarea'>, 'id'>) => (
  <Field label={label} problem={problem} {...(hint !== undefined && { hint })}>
    {(attributes) => <Textarea maxLength={4000} {...area} {...attributes} />}
  </Field>
);

export const SelectField = ({ label, hint, problem, ...select }: Described & Omit<ComponentProps<'select'>, 'id'>) => (
  <Field label={label} problem={problem} {...(hint !== undefined && { hint })}>
    {(attributes) => <Select {...select} {...attributes} />}
  </Field>
);

export const TickField = ({ label, ...input }: { readonly label: string } & Omit<ComponentProps<'input'>, 'id'>) => {
  const id = useId();
  return <Checkbox id={id} label={label} {...input} />;
};
