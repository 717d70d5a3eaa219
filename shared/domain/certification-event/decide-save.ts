import { ok } from '../../kernel/result.ts';
import { personOf } from '../actor.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { whenAllHold } from '../guard.ts';
import type { CertificationEventCommand, CopyCertificationEvent, CreateCertificationEvent } from './commands.ts';
import type { CertificationEventCreated, DraftSaved } from './happenings.ts';
import { allowedByStatus, publishedOf } from './lifecycle.ts';
import { saveGuards } from './save-guards.ts';
import type { CertificationEvent, Definition, Outline } from './state.ts';

type Replace = Extract<CertificationEventCommand, { readonly type: 'replaceCertificationEvent' }>;

interface Birth {
  readonly command: Pick<CreateCertificationEvent, 'id' | 'number' | 'bodyId'>;
  readonly definition: Definition;
  readonly copiedFrom: CertificationEvent['id'] | null;
}

const created = ({ command, definition, copiedFrom }: Birth, context: DecisionContext): CertificationEventCreated => {
  const { id, number, bodyId } = command;
  const identity = { id, number, createdBy: personOf(context.actor).id, createdAt: context.now, copiedFrom };
  const certificationEvent = { ...identity, status: 'OPEN', draft: { outline: definition.outline, bodyId } } as const;
  return { type: 'CertificationEventCreated', certificationEvent, body: definition.body };
};

/** Saved for its editors alone; districts see nothing of it. Needs a name and a reporting year. */
export const decideCreate = (
  command: CreateCertificationEvent,
  context: DecisionContext,
): Decision<CertificationEventCreated> => {
  const { definition, references } = command;
  const guards = saveGuards(definition, references, null, context.agency.timeZone);
  return whenAllHold(guards, () => ok([created({ command, definition, copiedFrom: null }, context)]));
};

/** Replaces the draft. What participants of a published one see stays as it is until the changes are published. */
export const decideReplace = (
  state: CertificationEvent,
  command: Replace,
  context: DecisionContext,
): Decision<DraftSaved> => {
  const { definition, references, bodyId } = command;
  const guards = [
    allowedByStatus.replaceCertificationEvent(state),
    ...saveGuards(definition, references, publishedOf(state), context.agency.timeZone),
  ];
  const draft = { outline: definition.outline, bodyId };
  return whenAllHold(guards, () => ok([{ type: 'DraftSaved', draft, body: definition.body }]));
};

/** `Tardiness` becomes `Tardiness-COPY`, and where that is taken `Tardiness-COPY-2`, `-3` ... */
export const copyName = (name: string, taken: readonly string[]): string => {
  const first = `${name}-COPY`;
  let copy = first;
  for (let count = 2; taken.includes(copy); count += 1) copy = `${first}-${count}`;
  return copy;
};

const withoutDates = (outline: Outline): Outline => ({
  ...outline,
  startDate: null,
  certificationOpensDate: null,
  endDate: null,
  missingSnapshotAt: null,
  fullSnapshotAt: null,
});

/** A new one like this one, without dates and without anything that happened in it. */
export const decideCopy = (
  state: CertificationEvent,
  command: CopyCertificationEvent,
  context: DecisionContext,
): Decision<CertificationEventCreated> =>
  whenAllHold([allowedByStatus.copyCertificationEvent(state)], () => {
    const { outline, body } = command.definition;
    const definition = {
      outline: { ...withoutDates(outline), name: copyName(outline.name, command.takenNames) },
      body: { ...body, pinnedGroups: [] },
    };
    return ok([created({ command, definition, copiedFrom: state.id }, context)]);
  });
