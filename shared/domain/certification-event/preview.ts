import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { PublishFacts } from './commands.ts';
import { removedStandings } from './republish-guards.ts';
import type { Body, Definition } from './state.ts';

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const fieldsOf = ({ outline, body }: Definition): Readonly<Record<string, unknown>> => {
  const { pinnedGroups: _pinned, ...edited } = body;
  return { ...outline, ...edited };
};

/** The fields that publishing the draft would change for participants. */
export const definitionChanges = (published: Definition, draft: Definition): readonly FieldChange[] => {
  const before = fieldsOf(published);
  return Object.entries(fieldsOf(draft))
    .filter(([field, after]) => canonicalJson(before[field]) !== canonicalJson(after))
    .map(([field, after]) => ({ field, before: before[field], after }));
};

/** The rules that validate, in their versions: a group that follows its rules takes the newest when it is published. */
export const ruleChanges = (
  published: Pick<Body, 'pinnedGroups'>,
  next: Pick<Body, 'pinnedGroups'>,
): readonly FieldChange[] => {
  const [before, after] = [published, next].map(({ pinnedGroups }) =>
    pinnedGroups.flatMap(({ groupId, rules }) => rules.map((rule) => ({ groupId, ...rule }))),
  );
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ field: 'rules', before, after }];
};

/** Who comes in and who goes out. */
export const selectionChanges = (
  facts: PublishFacts,
): { readonly added: readonly OrganizationId[]; readonly removed: readonly OrganizationId[] } => {
  const present = new Set(facts.standings.map(({ organizationId }) => organizationId));
  return {
    added: facts.selected.map(({ organizationId }) => organizationId).filter((id) => !present.has(id)),
    removed: removedStandings(facts).map(({ organizationId }) => organizationId),
  };
};
