import type { Asked, Played, Reply } from '../system/played.ts';
import type { Edges } from '../workflow/edges.ts';
import { shownStatus } from '../workflow/participant.ts';
import { holds, usualLetters } from '../workflow/rights.ts';
import { hang, late, sweep } from '../workflow/lost.ts';
import { failingFlows, flows, moveTo, work } from '../workflow/system.ts';
import type { ModelDefinition, World } from '../workflow/world.ts';
import type {
  Command,
  LibraryCommand,
  MemberCommand,
  PersonCommand,
  RightsCommand,
  StateCommand,
  WorldCommand,
} from './commands.ts';
import { differences } from './compare.ts';
import { againstOffer, type Offers, rowsAgainstOffer } from './offered.ts';
import { playLocal } from './local.ts';
import { playMember } from './members.ts';
import { newWorld } from './first-world.ts';
import { playRights } from './administer.ts';
import { playLibrary } from './library.ts';
import { statusOf, type Play } from './play.ts';
import { deadlines } from './values.ts';
import { bodyOf, playState } from './state.ts';

/* Plays commands against the product and the model side by side. */

const ofState = ['override', 'removeOverride', 'runOnLane'];

const ofRights = ['setLetters', 'setStateMember'];

const isRights = (command: PersonCommand): command is RightsCommand => ofRights.includes(command.type);

const ofLibrary = ['changeCategory', 'publishCategory', 'changeRule', 'changeGroup'];

const isLibrary = (command: PersonCommand): command is LibraryCommand => ofLibrary.includes(command.type);

const isState = (command: PersonCommand): command is StateCommand =>
  !('org' in command) || ofState.includes(command.type);

const isMember = (command: PersonCommand): command is MemberCommand =>
  command.type === 'setMember' || command.type === 'removeMember';

export const playOf = (world: World, command: PersonCommand): Play => {
  if (isMember(command)) return playMember(world, command);
  if (isRights(command)) return playRights(world, command);
  if (isLibrary(command)) return playLibrary(world, command);
  return isState(command) ? playState(world, command) : playLocal(world, command);
};

const playWorld = async (world: World, played: Played, command: WorldCommand): Promise<void> => {
  switch (command.type) {
    case 'flows':
      await played.flows();
      world.now = played.now();
      return flows(world);
    case 'work':
      await played.work(command.outcome);
      world.now = played.now();
      return work(world, () => command.outcome);
    case 'failingFlows':
      await played.failingFlows();
      world.now = played.now();
      return failingFlows(world);
    case 'hang':
      await played.hang();
      world.now = played.now();
      return hang(world);
    case 'late':
      await played.late();
      world.now = played.now();
      return late(world);
    case 'sweep':
      await played.sweep();
      world.now = played.now();
      return sweep(world);
    case 'moveTo':
      await played.moveTo(command.millis);
      return moveTo(world, command.millis);
  }
};

const notePublication = ({ event, edges }: World, code: string): void => {
  if (event.published !== null) {
    if (code === 'GROUP_INACTIVE') edges.reach('E7 GROUP_INACTIVE');
    return;
  }
  if (code === 'CATEGORY_INACTIVE') edges.reach('E4 CATEGORY_INACTIVE');
  if (code === 'CATEGORY_NOT_PUBLISHED') edges.reach('E4 CATEGORY_NOT_PUBLISHED');
  if (code === 'GROUP_INACTIVE') edges.reach('E4 GROUP_INACTIVE');
};

const noteRefusal = (world: World, command: PersonCommand, code: string): void => {
  if (code === 'FORBIDDEN' && !holds(world, command.by, usualLetters(command.by))) world.edges.reach('A refused');
  if (code === 'CATEGORY_IN_USE') world.edges.reach('K in use');
  if (code === 'REFERENCE_UNKNOWN' && command.type === 'changeGroup') world.edges.reach('L archived refused');
  if (command.type === 'publish') notePublication(world, code);
  if (code === 'EVENT_CLOSED' && isState(command)) world.edges.reach('E10');
  if (code === 'NOT_PUBLISHED' && command.type === 'close') world.edges.reach('E11');
  if (code === 'ALREADY_PUBLISHED' && command.type === 'delete') world.edges.reach('E12');
};

export interface Sequence {
  readonly world: World;
  readonly asked: Asked;
  readonly eventId: string;
  readonly offers: Offers;
}

const offered = ({ offers }: Sequence, command: Command, { status, body }: Reply): readonly string[] => {
  if (command.type === 'decide' && status === 200 && command.by === 'april')
    return rowsAgainstOffer(offers, `decide:${command.decision.type}`, body.results);
  return againstOffer(offers, command, status < 300 ? null : body.code);
};

const agreed = (world: World, command: PersonCommand, play: Play, reply: Reply): readonly string[] => {
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

const ask = async (sequence: Sequence, command: PersonCommand, play: Play): Promise<readonly string[]> => {
  const { world, asked, eventId } = sequence;
  const question = await play.ask(asked, eventId);
  if (question === null) return [];
  const reply = await asked.ask(question);
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

/** Does something to the world and notes whose time ran out, or was given back, by it. */
export const noting = async <Said>(world: World, type: Command['type'], act: () => Promise<Said>): Promise<Said> => {
  const before = overdue(world);
  const said = await act();
  const after = overdue(world);
  if ([...after].some((name) => !before.has(name))) {
    world.edges.reach('U5');
    world.edges.reach('P17');
  }
  const isGivenBack = [...before].some((name) => !after.has(name));
  if (isGivenBack && type === 'override') world.edges.reach('P18');
  if (isGivenBack && ['override', 'flows', 'work'].includes(type)) world.edges.reach('U6');
  return said;
};

/** Plays what one person does; what differs from the text's answer, in words. */
export const playPerson = (sequence: Sequence, command: PersonCommand): Promise<readonly string[]> => {
  const { world, asked, offers } = sequence;
  const offeredAt = world.now;
  world.now = asked.nextMoment();
  // What was offered before a deadline is not offered after it.
  if (deadlines(world).some((edge) => edge > offeredAt && edge <= world.now)) offers.clear();
  return noting(world, command.type, () => ask(sequence, command, playOf(world, command)));
};

const playWorldToo = (world: World, played: Played, command: WorldCommand): Promise<void> =>
  noting(world, command.type, () => playWorld(world, played, command));

/** What differs from what people see, in words. */
export const compared = ({ world, asked, eventId, offers }: Sequence): Promise<readonly string[]> =>
  differences(world, asked, eventId, offers);

/** Plays one command; what differs afterwards, in words. */
export const playOne = async (sequence: Sequence, played: Played, command: Command): Promise<readonly string[]> => {
  if ('by' in command) return [...(await playPerson(sequence, command)), ...(await compared(sequence))];
  await playWorldToo(sequence.world, played, command);
  return compared(sequence);
};

/** Saves the first definition, of which nobody but the state knows yet. */
export const begin = async (asked: Asked, definition: ModelDefinition, edges: Edges): Promise<Sequence> => {
  const path = '/v1/certification-events';
  const { status, body } = await asked.ask({
    by: 'admin',
    method: 'POST',
    path,
    body: bodyOf(definition, asked.place),
  });
  if (status !== 201) throw new Error(`creating was answered ${status} ${JSON.stringify(body)}`);
  return { world: newWorld(asked, definition, edges), asked, eventId: body.id, offers: new Map() };
};
