import { day } from '../../builders/time.ts';
import { playedInProcess } from '../system/in-process.ts';
import type { Setting } from '../system/played.ts';
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

/** What a sequence begins with. */
interface First {
  readonly definition: ModelDefinition;
  readonly setting: Setting;
}

const playOut = async ({ definition, setting }: First, next: Next, { edges, states }: Coverage): Promise<Outcome> => {
  const played = await playedInProcess(firstDay, setting);
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

const replay = (first: First, commands: readonly Command[]): Promise<Outcome> =>
  playOut(first, (_world, index) => commands[index], emptyCoverage());

const shortened = async (first: First, failing: Outcome): Promise<Outcome> => {
  let shortest = failing;
  for (let index = failing.commands.length - 1; index >= 0; index -= 1) {
    const without = shortest.commands.filter((_command, place) => place !== index);
    const outcome = await replay(first, without);
    if (outcome.differences.length > 0) shortest = outcome;
  }
  return shortest;
};

const told = (seed: number, first: First, { commands, differences }: Outcome): string =>
  [
    `seed ${seed}: text and product differ`,
    JSON.stringify(first),
    ...commands.map((command) => JSON.stringify(command)),
    ...differences,
  ].join('\n');

/** Throws the shortened story of the first sequence in which text and product differ. */
export const proveSequence = async (seed: number, coverage: Coverage): Promise<number> => {
  const chance = chanceFrom(seed);
  const { next, ...first } = sequenceOf(chance, { firstDay, zone }, { isAlone: true });
  const ending = (world: World, index: number) => (index < commandsInSequence ? next(world, index) : undefined);
  const outcome = await playOut(first, ending, coverage);
  if (outcome.differences.length > 0) throw new Error(told(seed, first, await shortened(first, outcome)));
  return outcome.commands.length;
};
