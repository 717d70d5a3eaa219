import type { Asked, Question } from '../system/played.ts';
import { mayAdminister, setLetters, setStateMember } from '../workflow/rights.ts';
import type { World } from '../workflow/world.ts';
import type { RightsCommand } from './commands.ts';
import type { Play } from './play.ts';

/* What the agency's administrator does in the middle of a sequence: rights, and the state's members of the category. */

const rightsOf = (user: string, letters: string): Readonly<Record<string, string>> =>
  user === 'april' || user === 'stan'
    ? { EVENT_MANAGEMENT: letters, EVENT_REPORT: letters }
    : { CERTIFICATION_EVENT: letters, BATCH_QUEUE: 'R' };

const questionOf =
  (command: RightsCommand) =>
  async ({ place }: Asked): Promise<Question> => {
    const { by, user } = command;
    const member = `/v1/categories/${place.categoryId}/state-members/${user}`;
    if (command.type === 'setLetters')
      return { by, method: 'PUT', path: `/v1/users/${user}/rights`, body: { rights: rightsOf(user, command.letters) } };
    return command.role === null
      ? { by, method: 'DELETE', path: member }
      : { by, method: 'PUT', path: member, body: { role: command.role } };
  };

export const playRights = (world: World, command: RightsCommand): Play => ({
  ask: questionOf(command),
  status: command.type === 'setStateMember' && command.role === null ? 204 : 200,
  verdict: mayAdminister(command.by),
  effect: () =>
    command.type === 'setLetters'
      ? setLetters(world, command.user, command.letters)
      : setStateMember(world, command.user, command.role),
});
