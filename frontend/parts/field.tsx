import type { ReactNode } from 'react';
import { ErrorMessage, FormGroup, Label } from './uswds.tsx';

/** What ties an input to its label, hint and fault. */
export interface FieldTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value, in words. */
  readonly problem?: string | undefined;
  readonly children: (ties: FieldTies) => ReactNode;
}

/** A labelled input with its hint, and with what is wrong where something is. */
export const Field = ({ id, label, hint, problem, children }: FieldProps) => {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <FormGroup error={problem !== undefined}>
      <Label htmlFor={id}>{label}</Label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="usa-hint field-hint">
          {hint}
        </span>
      )}
      {problem !== undefined && <ErrorMessage id={`${id}-problem`}>{problem}</ErrorMessage>}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': problem !== undefined,
      })}
    </FormGroup>
  );
};
