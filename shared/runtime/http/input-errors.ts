import type * as z from 'zod';

export interface InputError {
  readonly pointer: string;
  readonly detail: string;
}

const escaped = (segment: PropertyKey): string =>
  String(segment).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');

export const pointerOf = (root: string, path: readonly PropertyKey[]): string =>
  [root, ...path.map((segment) => `/${escaped(segment)}`)].join('');

// Sentences of our own by kind of issue: the library's could repeat what was sent.
const sentences: Readonly<Partial<Record<z.core.$ZodIssue['code'], string>>> = {
  invalid_type: 'is missing or of the wrong type',
  too_big: 'is too long or too large',
  too_small: 'is too short or too small',
  invalid_format: 'has not the expected form',
  invalid_value: 'is not one of the allowed values',
  invalid_union: 'has none of the allowed forms',
  not_multiple_of: 'is not a whole number',
};

/** Where an input breaks its schema, as JSON pointers below `root`. At most 50. */
export const inputErrors = (root: string, issues: readonly z.core.$ZodIssue[]): readonly InputError[] =>
  issues
    .flatMap((issue): InputError[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ pointer: pointerOf(root, [...issue.path, key]), detail: 'is not a known field' }))
        : [
            {
              pointer: pointerOf(root, issue.path),
              detail: issue.code === 'custom' ? issue.message : (sentences[issue.code] ?? 'is not valid'),
            },
          ],
    )
    .slice(0, 50);
