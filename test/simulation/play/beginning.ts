import { millisOf } from '../../../shared/kernel/instant.ts';
import { moment } from '../../builders/time.ts';
import { tardinessBody } from '../../builders/tardiness-body.ts';
import { chanceFrom } from '../../model/play/chance.ts';
import { localPeople } from '../../model/system/people.ts';
import { seedModelState } from '../../model/system/seed-people.ts';
import { outcomeEngine } from '../../model/system/outcome-engine.ts';
import { noFaults } from '../world/faults.ts';
import type { Image } from '../world/image.ts';
import { World } from '../world/world.ts';
import { Client, Ledger } from './client.ts';
import { idsOf } from './ids.ts';
import { advance } from './members.ts';
import { publish } from './staff.ts';

/** How far the story has come when a run begins. */
export const stages = ['SAVED', 'PUBLISHED', 'STARTED', 'READY', 'SENT'] as const;
export type Stage = (typeof stages)[number];

export interface Beginning {
  readonly image: Image;
  readonly eventId: string;
}

/** Everybody was made long before the work begins. */
const made = millisOf(moment('2026-05-01T15:00:00Z'));
export const ordinaryDay = '2026-05-05T15:00:00Z';

const nothing: Image = {
  millis: made,
  items: undefined,
  objects: new Map(),
  schedules: new Map(),
  accounts: new Map(),
  executions: [],
};

const imageOf = (world: World): Image => ({
  millis: world.clock.millis,
  items: world.table.items,
  objects: world.objects.stored,
  schedules: world.schedules.schedules,
  accounts: world.accounts,
  executions: structuredClone(world.flows.all()),
});

/** Everything that is under way comes to its end; schedules of later days stay. */
export const drained = async (world: World, minutes = 1): Promise<void> => {
  const until = world.clock.millis + minutes * 60_000;
  while (await world.step(until));
};

/** What somebody does while nothing else goes on, brought to its end. */
const alone = async <Value>(world: World, doing: Promise<Value>): Promise<Value> => {
  await drained(world);
  return doing;
};

const quietWorld = (image: Image, era: string): World =>
  new World({
    image,
    chance: chanceFrom(1),
    rates: noFaults,
    ids: idsOf(era),
    engine: outcomeEngine('CLEAN'),
  });

const mostRounds = 40;
const certifiers = localPeople.filter(({ role }) => role === 'CERTIFIER');

/** Every certifier goes on until `isThere` says so of his wizard. */
const worked = async (
  world: World,
  eventId: string,
  isThere: (wizard: ReturnType<typeof JSON.parse>) => boolean,
): Promise<void> => {
  for (const { name, organizationId: org } of certifiers) {
    const client = new Client(world, new Ledger(), name, `stage-${world.clock.millis}`);
    for (let round = 1; ; round += 1) {
      if (round > mostRounds) throw new Error(`${name} does not come on from ${JSON.stringify(client)}`);
      const wizard = await alone(world, client.ask('GET', `/v1/certifications/${eventId}/${org}`));
      if (wizard?.status !== 200) throw new Error(`the wizard of ${name} is answered ${wizard?.status}`);
      if (isThere(wizard.body)) break;
      await alone(world, advance(client, { eventId, org }, wizard.body));
    }
  }
};

const reach = async (world: World, eventId: string, stage: Exclude<Stage, 'SAVED'>): Promise<void> => {
  switch (stage) {
    case 'PUBLISHED':
      return alone(world, publish(new Client(world, new Ledger(), 'admin', 'stage'), eventId));
    case 'STARTED':
      return worked(world, eventId, (wizard) => wizard.steps[0].status === 'NEEDS_VIEW');
    case 'READY':
      return worked(world, eventId, (wizard) => wizard.steps[2].status === 'COMPLETED');
    case 'SENT':
      return worked(world, eventId, (wizard) => wizard.submission !== null);
  }
};

const saved = async (): Promise<Beginning> => {
  const world = quietWorld(nothing, 'SEED');
  await seedModelState(world.ports);
  const admin = new Client(world, new Ledger(), 'admin', 'stage');
  const saving = await alone(world, admin.ask('POST', '/v1/certification-events', tardinessBody));
  if (saving?.status !== 201) throw new Error(`the certification event is answered ${JSON.stringify(saving)}`);
  await world.stop();
  return { image: imageOf(world), eventId: saving.body.id };
};

const known = new Map<Stage, Promise<Beginning>>();

const make = async (stage: Stage): Promise<Beginning> => {
  const before = stages[stages.indexOf(stage) - 1];
  if (stage === 'SAVED' || before === undefined) return saved();
  const { image, eventId } = await beginningAt(before);
  const millis = Math.max(image.millis, millisOf(moment(ordinaryDay)));
  const world = quietWorld({ ...image, millis }, stage.slice(0, 4));
  await reach(world, eventId, stage);
  await world.stop();
  return { image: imageOf(world), eventId };
};

/** A system at rest at that stage, made once. */
export const beginningAt = (stage: Stage): Promise<Beginning> => {
  const beginning = known.get(stage) ?? make(stage);
  known.set(stage, beginning);
  return beginning;
};
