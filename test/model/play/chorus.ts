import type { TestSystem } from '../../harness/system.ts';
import { bearCreek } from '../../builders/people.ts';
import { millisOf } from '../../../shared/kernel/instant.ts';
import { askingOverHttp } from '../system/over-http.ts';
import { groups } from '../system/people.ts';
import type { Place } from '../system/played.ts';
import type { Edges } from '../workflow/edges.ts';
import { isUnderWay as isRunUnderWay } from '../workflow/run.ts';
import { type Finding, moveTo, work } from '../workflow/system.ts';
import { definitionOf, type World } from '../workflow/world.ts';
import { sequenceOf } from './beginning.ts';
import { chanceFrom } from './chance.ts';
import type { Command } from './commands.ts';
import { firstDayOf } from './first-world.ts';
import { type Begin, hourOf } from './stretches.ts';
import { begin, compared, noting, playPerson, type Sequence } from './sequence.ts';

/*
 * Many sequences at once on one running system: each with a certification event and a category of its own, all under one
 * clock. They take turns; after each turn the system comes to rest, and what everybody sees is compared.
 */

const commandsInSequence = 40;
const commandsInTurn = 6;
const atOnce = 3;

interface Voice {
  readonly seed: number;
  readonly sequence: Sequence;
  readonly next: (world: World, index: number) => Command;
  readonly commands: Command[];
  readonly differences: string[];
  /** How many of its commands had been given when what people see was last compared. */
  compared: number;
}

const eachOf = async <Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> => {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

/** The seeded rules block Bear Creek; the model's own rule blocks nobody. */
const finds =
  (world: World): Finding =>
  ({ organizationId }) =>
    organizationId === bearCreek && definitionOf(world).groups.includes(groups[1] ?? '') ? 'FATAL' : 'CLEAN';

/** Whether the system has something to do that decides about what may be done next. */
const isUnderWay = ({ event, participants, listsChanged }: World): boolean =>
  event.publishing !== null ||
  listsChanged.size > 0 ||
  [...participants.values()].some(
    ({ snapshot, runs }) => snapshot?.status === 'QUEUED' || [...runs.values()].some(isRunUnderWay),
  );

const restsWithinMs = 300_000;

/** After a turn everybody's workers are at work at once. */
const atRest = async ({ runtime }: TestSystem): Promise<void> => {
  if (!(await runtime.untilQuiet(restsWithinMs))) throw new Error('the system does not come to rest');
};

const takeTurn = async ({ sequence, next, commands, differences }: Voice): Promise<void> => {
  const { world, asked, offers } = sequence;
  for (let taken = 0; taken < commandsInTurn && commands.length < commandsInSequence; taken += 1) {
    world.now = asked.now();
    const command = next(world, commands.length);
    commands.push(command);
    // What the system does by itself it has done since the last turn.
    if (!('by' in command)) continue;
    differences.push(...(await playPerson(sequence, command)));
    // What was offered was offered before this command.
    offers.clear();
    if (differences.length > 0 || isUnderWay(world)) return;
  }
};

const told = ({ seed, commands, differences }: Voice): string =>
  [`seed ${seed}: text and product differ`, ...differences, ...commands.map((command) => JSON.stringify(command))].join(
    '\n',
  );

/** Where the clock goes after a turn: over the opening, after the time of one certification over the cleanup, and over the end. */
const clockAfter = (turn: number, first: Begin): number | undefined => {
  const hours: Readonly<Record<number, readonly [day: number, hour: number]>> = {
    0: [4, 9],
    7: [10, 6],
    9: [17, 23],
    10: [18, 1],
  };
  const place = hours[turn];
  return place === undefined ? undefined : millisOf(hourOf(first, ...place));
};

const turns = 12;

/** Saved one after the other: certification events are numbered. */
const gathered = async (
  system: TestSystem,
  seeds: readonly number[],
  places: readonly Place[],
  edges: Edges,
): Promise<readonly Voice[]> => {
  const asking = askingOverHttp(system);
  const voices: Voice[] = [];
  for (const [index, seed] of seeds.entries()) {
    const place = places[index];
    if (place === undefined) throw new Error('every sequence has a place');
    const asked = asking(place);
    const first = { firstDay: firstDayOf(asked), zone: asked.zone };
    const { definition, next } = sequenceOf(chanceFrom(seed), first, { isAlone: false });
    voices.push({
      seed,
      next,
      sequence: await begin(asked, definition, edges),
      commands: [],
      differences: [],
      compared: 0,
    });
  }
  return voices;
};

/** Plays the sequences of these seeds; throws the story of each that differs from the text. Answers what people did, counted. */
export const proveChorus = async (
  system: TestSystem,
  seeds: readonly number[],
  places: readonly Place[],
  edges: Edges,
): Promise<number> => {
  const voices = await gathered(system, seeds, places, edges);
  const [first] = voices;
  if (first === undefined) throw new Error('there is no sequence to play');
  for (let turn = 0; turn < turns; turn += 1) {
    await eachOf(voices, takeTurn);
    await atRest(system);
    for (const { sequence } of voices)
      await noting(sequence.world, 'work', async () => work(sequence.world, finds(sequence.world)));
    const millis = clockAfter(turn, first.sequence.world);
    if (millis !== undefined) {
      await system.moveTo(millis);
      await atRest(system);
      for (const { sequence } of voices)
        await noting(sequence.world, 'moveTo', async () => {
          moveTo(sequence.world, millis);
          work(sequence.world, finds(sequence.world));
        });
    }
    const changed = voices.filter((voice) => millis !== undefined || voice.commands.length > voice.compared);
    await eachOf(changed, async (voice) => {
      const { sequence, differences, commands } = voice;
      sequence.world.now = system.now();
      differences.push(...(await compared(sequence)));
      voice.compared = commands.length;
    });
    const differing = voices.filter(({ differences }) => differences.length > 0);
    if (differing.length > 0) throw new Error(differing.map(told).join('\n\n'));
  }
  return voices.reduce((sum, { commands }) => sum + commands.filter((command) => 'by' in command).length, 0);
};
