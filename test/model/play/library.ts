import type { Asked, Question, Reply } from '../system/played.ts';
import {
  changeCategory,
  changeGroup,
  changeRule,
  mayChangeCategory,
  mayChangeGroup,
  mayChangeRule,
  mayPublishCategory,
  publishCategory,
} from '../workflow/library.ts';
import type { Verdict } from '../workflow/verdict.ts';
import type { World } from '../workflow/world.ts';
import type { LibraryCommand } from './commands.ts';
import type { Play } from './play.ts';

/* What the keeper of the state's library does. */

const keeper = 'admin';

const named = (names: ReadonlyMap<string, string>, name: string): string => names.get(name) ?? name;

const questionOf =
  (command: LibraryCommand) =>
  async ({ place }: Asked): Promise<Question> => {
    const { by } = command;
    const category = `/v1/categories/${place.categoryId}`;
    switch (command.type) {
      case 'changeCategory':
        return { by, method: 'PATCH', path: category, body: { active: command.active } };
      case 'publishCategory':
        return { by, method: 'POST', path: `${category}/publish`, body: {} };
      case 'changeRule': {
        const path = `/v1/rules/${named(place.ruleIds, command.rule)}`;
        return { by, method: 'PATCH', path, body: { status: command.status } };
      }
      case 'changeGroup': {
        const { active, rules } = command.change;
        const path = `/v1/validation-groups/${named(place.groupIds, command.group)}`;
        const entries = rules?.map((rule) => ({ ruleId: named(place.ruleIds, rule) }));
        return { by, method: 'PATCH', path, body: { active, rules: entries } };
      }
    }
  };

const verdictOf = (world: World, command: LibraryCommand): Verdict => {
  switch (command.type) {
    case 'changeCategory':
      return mayChangeCategory(world, command.active);
    case 'publishCategory':
      return mayPublishCategory(world);
    case 'changeRule':
      return mayChangeRule(world, command.rule, command.status);
    case 'changeGroup':
      return mayChangeGroup(world, command.group, command.change);
  }
};

const effectOf = (world: World, command: LibraryCommand): void => {
  switch (command.type) {
    case 'changeCategory':
      return changeCategory(world, command.active);
    case 'publishCategory':
      return publishCategory(world);
    case 'changeRule':
      return changeRule(world, command.rule, command.status);
    case 'changeGroup':
      return changeGroup(world, command.group, command.change);
  }
};

/** What the answer shows of it; asked after the effect. */
const shown =
  ({ library }: World, command: LibraryCommand) =>
  ({ body }: Reply): string | null => {
    const { category, rules, groups } = library;
    const found: readonly unknown[] = [body.active, body.published, body.status, body.rules?.length];
    const group = command.type === 'changeGroup' ? groups.get(command.group) : undefined;
    const status = command.type === 'changeRule' ? rules.get(command.rule) : undefined;
    const isCategory = command.type === 'changeCategory' || command.type === 'publishCategory';
    const expected = [
      isCategory ? category.active : group?.active,
      isCategory ? category.published : undefined,
      status,
      group?.rules.length,
    ];
    const fits = expected.every((value, index) => value === undefined || value === found[index]);
    return fits ? null : `the library shows ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`;
  };

export const playLibrary = (world: World, command: LibraryCommand): Play => ({
  ask: questionOf(command),
  status: 200,
  verdict: command.by === keeper ? verdictOf(world, command) : ['FORBIDDEN'],
  effect: () => effectOf(world, command),
  check: shown(world, command),
});
