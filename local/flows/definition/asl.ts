import * as z from 'zod';

const stateSchema = z.looseObject({ Type: z.string() });
const definitionSchema = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });

/** One state of the Amazon States Language, its fields as written. */
export type AslState = z.infer<typeof stateSchema>;

/** A machine, an item processor or a branch. */
export type AslDefinition = z.infer<typeof definitionSchema>;

/** Reads a definition far enough to walk it; throws on anything that has no states. */
export function parseDefinition(json: unknown): AslDefinition {
  return definitionSchema.parse(json);
}

/** The definitions nested directly in a state: the item processor of a Map, the branches of a Parallel. */
export function nestedDefinitions(state: AslState): readonly AslDefinition[] {
  const processor = state['ItemProcessor'] ?? state['Iterator'];
  if (state.Type === 'Map') return [parseDefinition(processor)];
  if (state.Type === 'Parallel') return z.array(definitionSchema).parse(state['Branches']);
  return [];
}

/** Every definition of a machine, the machine itself first. */
export function* everyDefinition(definition: AslDefinition): Generator<AslDefinition> {
  yield definition;
  for (const state of Object.values(definition.States)) {
    for (const nested of nestedDefinitions(state)) yield* everyDefinition(nested);
  }
}
