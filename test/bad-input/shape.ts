import * as z from 'zod';

/** As much of a JSON schema as inputs of ours use. */
export interface Shape {
  readonly type?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly items?: Shape | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: unknown;
  readonly $ref?: string | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
}

const alternatives = z.array(z.looseObject({}));

/** What a schema takes, as JSON schema says it: the same words the published contract uses. */
export const shapeOf = (schema: z.ZodType): Shape => {
  const { $defs, ...shape }: Shape & { readonly $defs?: Readonly<Record<string, Shape>> } = JSON.parse(
    JSON.stringify(
      z.toJSONSchema(schema, {
        io: 'input',
        unrepresentable: 'any',
        override: ({ jsonSchema, zodSchema }) => {
          const { override } = z.globalRegistry.get(zodSchema) ?? {};
          Object.assign(jsonSchema, override);
          const { oneOf } = jsonSchema;
          if (oneOf !== undefined) jsonSchema.anyOf = alternatives.parse(oneOf);
        },
      }),
    ),
  );
  // A shape with a name of its own is given by that name.
  return $defs?.[shape.$ref?.split('/').at(-1) ?? ''] ?? shape;
};

/** The first form that is not null. */
export const mainForm = (shape: Shape): Shape => shape.anyOf?.find(({ type }) => type !== 'null') ?? shape;

export const takesNull = (shape: Shape): boolean => shape.anyOf?.some(({ type }) => type === 'null') ?? false;
