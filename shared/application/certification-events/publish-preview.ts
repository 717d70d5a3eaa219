import { publishRefusals } from '../../domain/certification-event/decide-publish.ts';
import { draftOf, publishedOf } from '../../domain/certification-event/lifecycle.ts';
import { frozen } from '../../domain/certification-event/freeze.ts';
import {
  definitionChanges,
  type FieldChange,
  ruleChanges,
  selectionChanges,
} from '../../domain/certification-event/preview.ts';
import type { PublishFacts } from '../../domain/certification-event/commands.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { localListsFor, membersFor } from '../participants/members.ts';
import type { Store } from '../ports/store.ts';
import { publishFacts } from './publish-facts.ts';

interface Warning {
  readonly code: 'NO_CERTIFIER';
  readonly organizationId: OrganizationId;
  readonly name: string;
}

/** Participants for whom the category's lists name nobody who could certify. */
const warningsOf = async (store: Store, { references, selected }: PublishFacts): Promise<readonly Warning[]> => {
  const { category } = references;
  if (category === null) return [];
  const read = await store.loadMany(
    'organization',
    selected.map(({ organizationId }) => organizationId),
  );
  const organizations = read.map((one) => one.state);
  const lists = await localListsFor(store, category.id, organizations);
  return organizations
    .filter((organization) => !membersFor(lists, organization).some(({ role }) => role === 'CERTIFIER'))
    .map(({ id, name }) => ({ code: 'NO_CERTIFIER', organizationId: id, name }));
};

const changesOf = (state: CertificationEvent, facts: PublishFacts): readonly FieldChange[] => {
  const published = publishedOf(state);
  const draft = draftOf(state);
  if (published === null || draft === null || facts.publishedBody === null) return [];
  const { publishedBody, body, references } = facts;
  return [
    ...definitionChanges({ outline: published.outline, body: publishedBody }, { outline: draft.outline, body }),
    ...ruleChanges(publishedBody, frozen(body, references)),
  ];
};

/** How far those are whom it may touch, for whoever has to confirm it. */
const standingCounts = ({ standings }: PublishFacts) => ({
  atWork: standings.filter(({ worked, finished }) => worked && !finished).length,
  certified: standings.filter(({ certified }) => certified).length,
});

/** What publishing now, without confirming anything, would change and would be refused with. Changes nothing. */
export const publishPreview = async (store: Store, caller: Caller, state: CertificationEvent) => {
  const facts = await publishFacts(store, state);
  const asked = { confirm: false, requireRecertification: false, withdrawals: [] };
  const refusals = publishRefusals(
    state,
    { type: 'publishCertificationEvent', ...asked, bodyId: 'preview', facts },
    caller,
  );
  return {
    changes: changesOf(state, facts),
    affected: { participants: facts.selected.length, ...selectionChanges(facts), ...standingCounts(facts) },
    warnings: await warningsOf(store, facts),
    refusals: [...new Set(refusals.map(({ code }) => code))],
  };
};
