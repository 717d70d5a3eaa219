import type { Played, Reply } from '../system/played.ts';
import { localPeople } from '../system/people.ts';
import type { Edges } from '../workflow/edges.ts';
import { shownStatus } from '../workflow/participant.ts';
import { flows, moveTo, work } from '../workflow/system.ts';
import type { ModelDefinition, World } from '../workflow/world.ts';
import type { Command, LocalCommand, StateCommand, WorldCommand } from './commands.ts';
import { differences } from './compare.ts';
import { againstOffer, type Offers, rowsAgainstOffer } from './offered.ts';
import { playLocal } from './local.ts';
import { statusOf, type Play } from './play.ts';
import { bodyOf, playState } from './state.ts';

/* Plays commands against the product and the model side by side. */

const newWorld = (played: Played, definition: ModelDefinition, edges: Edges): World => {
  edges.reach('E1');
  return {
    now: played.now(),
    zone: played.zone,
    event: {
      status: 'OPEN',
      draft: definition,
      published: null,
      publishing: null,
      revision: 0,
      fired: new Set(),
      closedAt: null,
    },
    participants: new Map(),
    members: new Map(
      [...new Set(localPeople.map(({ organizationId }) => organizationId))].map((home) => [
        home,
        localPeople
          .filter(({ organizationId }) => organizationId === home)
          .map(({ name, role }) => ({ userId: name, role })),
      ]),
    ),
    runs: 0,
    edges,
  };
};

const isState = (command: Command): command is StateCommand =>
  'by' in command && (!('org' in command) || command.type === 'override' || command.type === 'removeOverride');

const isLocal = (command: Command): command is LocalCommand => 'by' in command && !isState(command);

const playWorld = async (world: World, played: Played, command: WorldCommand): Promise<void> => {
  switch (command.type) {
    case 'flows':
      await played.flows();
      return flows(world);
    case 'work':
      await played.work(command.outcome);
      return work(world, command.outcome);
    case 'moveTo':
      await played.moveTo(command.millis);
      return moveTo(world, command.millis);
  }
};

const noteRefusal = (world: World, command: Command, code: string): void => {
  if (code === 'EVENT_CLOSED' && isState(command)) world.edges.reach('E10');
  if (code === 'NOT_PUBLISHED' && command.type === 'close') world.edges.reach('E11');
  if (code === 'ALREADY_PUBLISHED' && command.type === 'delete') world.edges.reach('E12');
};

export interface Sequence {
  readonly world: World;
  readonly played: Played;
  readonly eventId: string;
  readonly offers: Offers;
}

const offered = ({ offers }: Sequence, command: Command, { status, body }: Reply): readonly string[] => {
  if (command.type === 'decide' && status === 200 && command.by === 'april')
    return rowsAgainstOffer(offers, `decide:${command.decision.type}`, body.results);
  return againstOffer(offers, command, status < 300 ? null : body.code);
};

const agreed = (world: World, command: Command, play: Play, reply: Reply): readonly string[] => {
  const { verdict } = play;
  const found = `${reply.status} ${reply.body?.code ?? ''}`;
  if (verdict.length > 0) {
    const expected = verdict.map((code) => `${statusOf(code)} ${code}`);
    if (!expected.includes(found)) return [`answered ${found}, not ${expected.join(' or ')}`];
    noteRefusal(world, command, reply.body.code);
    return [];
  }
  if (reply.status !== play.status) return [`answered ${found}, not ${play.status}`];
  play.effect();
  const said = play.check?.(reply) ?? null;
  return said === null ? [] : [said];
};

const ask = async (sequence: Sequence, command: Command, play: Play): Promise<readonly string[]> => {
  const { world, played, eventId } = sequence;
  const question = await play.ask(played, eventId);
  if (question === null) return [];
  const reply = await played.ask(question);
  return [...agreed(world, command, play, reply), ...offered(sequence, command, reply)];
};

const overdue = (world: World): ReadonlySet<string> =>
  new Set(
    [...world.participants.values()].flatMap((one) =>
      one.tasks
        .filter((task) => world.event.published !== null && shownStatus(world, one, task) === 'OVERDUE')
        .map(({ userId }) => userId),
    ),
  );

const noteOverdue = (world: World, before: ReadonlySet<string>, command: Command): void => {
  const after = overdue(world);
  if ([...after].some((name) => !before.has(name))) {
    world.edges.reach('U5');
    world.edges.reach('P17');
  }
  if (![...before].some((name) => !after.has(name))) return;
  if (command.type === 'override') world.edges.reach('P18');
  if (['override', 'flows', 'work'].includes(command.type)) world.edges.reach('U6');
};

const playedOut = async (sequence: Sequence, command: Command): Promise<readonly string[]> => {
  const { world, played } = sequence;
  if (isState(command)) return ask(sequence, command, playState(world, command));
  if (isLocal(command)) return ask(sequence, command, playLocal(world, command));
  await playWorld(world, played, command);
  return [];
};

/** Plays one command; what differs afterwards, in words. */
export const playOne = async (sequence: Sequence, command: Command): Promise<readonly string[]> => {
  const { world, played, eventId, offers } = sequence;
  const before = overdue(world);
  const said = await playedOut(sequence, command);
  noteOverdue(world, before, command);
  return [...said, ...(await differences(world, played, eventId, offers))];
};

/** Saves the first definition, of which nobody but the state knows yet. */
export const begin = async (played: Played, definition: ModelDefinition, edges: Edges): Promise<Sequence> => {
  const path = '/v1/certification-events';
  const { status, body } = await played.ask({ by: 'admin', method: 'POST', path, body: bodyOf(definition) });
  if (status !== 201) throw new Error(`creating was answered ${status} ${JSON.stringify(body)}`);
  return { world: newWorld(played, definition, edges), played, eventId: body.id, offers: new Map() };
};
