import type * as z from 'zod';

type Plain = string | number | boolean | null | undefined;

type AsReadonly<Value> = unknown extends Value
  ? Value
  : Value extends Plain
    ? Value
    : Value extends readonly (infer Member)[]
      ? readonly AsReadonly<Member>[]
      : { readonly [Name in keyof Value]: AsReadonly<Value[Name]> };

/**
 * The schema of a stored value, checked by the compiler in both directions: what it gives is a `Value`, and it takes every
 * `Value` the domain's type allows. A status added to the domain and forgotten here would otherwise be found in production.
 */
export const exactly =
  <Value>() =>
  <Schema extends z.ZodType<Value>>(
    schema: Schema & ([Value] extends [AsReadonly<z.output<Schema>>] ? unknown : 'the schema leaves something out'),
  ): z.ZodType<Value> =>
    schema;
