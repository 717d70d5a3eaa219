import { playedInProcess } from '../system/in-process.ts';
import { Edges } from '../workflow/edges.ts';
import type { ModelDefinition, World } from '../workflow/world.ts';
import { sequenceOf } from './beginning.ts';
import { chanceFrom } from './chance.ts';
import type { Command } from './commands.ts';
import { begin, playOne } from './sequence.ts';

/* Plays sequences in this process. One that differs is shortened until every command left is needed, and then told. */

const commandsInSequence = 40;
const firstDay = '2026-05-01';

interface Outcome {
  readonly commands: readonly Command[];
  readonly differences: readonly string[];
}

type Next = (world: World, index: number) => Command | undefined;

const playOut = async (definition: ModelDefinition, next: Next, edges: Edges): Promise<Outcome> => {
  const sequence = await begin(await playedInProcess(firstDay), definition, edges);
  const commands: Command[] = [];
  for (;;) {
    const command = next(sequence.world, commands.length);
    if (command === undefined) return { commands, differences: [] };
    commands.push(command);
    const differences = await playOne(sequence, command);
    if (differences.length > 0) return { commands, differences };
  }
};

const replay = (definition: ModelDefinition, commands: readonly Command[]): Promise<Outcome> =>
  playOut(definition, (_world, index) => commands[index], new Edges());

const shortened = async (definition: ModelDefinition, failing: Outcome): Promise<Outcome> => {
  let shortest = failing;
  for (let index = failing.commands.length - 1; index >= 0; index -= 1) {
    const without = shortest.commands.filter((_command, place) => place !== index);
    const outcome = await replay(definition, without);
    if (outcome.differences.length > 0) shortest = outcome;
  }
  return shortest;
};

const told = (seed: number, definition: ModelDefinition, { commands, differences }: Outcome): string =>
  [
    `seed ${seed}: text and product differ`,
    JSON.stringify(definition),
    ...commands.map((command) => JSON.stringify(command)),
    ...differences,
  ].join('\n');

/** Throws the shortened story of the first sequence in which text and product differ. */
export const proveSequence = async (seed: number, edges: Edges): Promise<number> => {
  const chance = chanceFrom(seed);
  const { definition, next } = sequenceOf(chance);
  const ending = (world: World, index: number) => (index < commandsInSequence ? next(world, index) : undefined);
  const outcome = await playOut(definition, ending, edges);
  if (outcome.differences.length > 0) throw new Error(told(seed, definition, await shortened(definition, outcome)));
  return outcome.commands.length;
};
