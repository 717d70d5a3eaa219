/** The part of asl-validator that is used here; the package brings no types. */
declare module 'asl-validator' {
  function validate(definition: unknown): { readonly isValid: boolean; errorsText(): string };
  export = validate;
}
