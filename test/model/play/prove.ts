import { day } from '../../builders/time.ts';
import { playedInProcess } from '../system/in-process.ts';
import { Edges } from '../workflow/edges.ts';
import type { ModelDefinition, World } from '../workflow/world.ts';
import { sequenceOf } from './beginning.ts';
import { chanceFrom } from './chance.ts';
import type { Command } from './commands.ts';
import { probed, ProbedStates } from './probe.ts';
import { begin, playOne } from './sequence.ts';

/* Plays sequences in this process. One that differs is shortened until every command left is needed, and then told. */

const commandsInSequence = 40;
const zone = 'America/Denver';
const firstDay = day('2026-05-01');

interface Outcome {
  readonly commands: readonly Command[];
  readonly differences: readonly string[];
}

/** What a test has gone through, over all its sequences. */
export interface Coverage {
  readonly edges: Edges;
  readonly states: ProbedStates;
}

export const emptyCoverage = (): Coverage => ({ edges: new Edges(), states: new ProbedStates() });

type Next = (world: World, index: number) => Command | undefined;

const playOut = async (definition: ModelDefinition, next: Next, { edges, states }: Coverage): Promise<Outcome> => {
  const played = await playedInProcess(firstDay);
  const sequence = await begin(played, definition, edges);
  const commands: Command[] = [];
  for (;;) {
    const command = next(sequence.world, commands.length);
    if (command === undefined) return { commands, differences: await played.unsound() };
    commands.push(command);
    const seen = await playOne(sequence, played, command);
    const differences = seen.length > 0 ? seen : await probed(sequence, played, states);
    if (differences.length > 0) return { commands, differences };
  }
};

const replay = (definition: ModelDefinition, commands: readonly Command[]): Promise<Outcome> =>
  playOut(definition, (_world, index) => commands[index], emptyCoverage());

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
export const proveSequence = async (seed: number, coverage: Coverage): Promise<number> => {
  const chance = chanceFrom(seed);
  const { definition, next } = sequenceOf(chance, { firstDay, zone });
  const ending = (world: World, index: number) => (index < commandsInSequence ? next(world, index) : undefined);
  const outcome = await playOut(definition, ending, coverage);
  if (outcome.differences.length > 0) throw new Error(told(seed, definition, await shortened(definition, outcome)));
  return outcome.commands.length;
};
