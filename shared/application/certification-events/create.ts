import { access } from '../../domain/access/access.ts';
import type { DefinitionBody } from '../../contracts/schemas/certification-event.ts';
import { decideCreate } from '../../domain/certification-event/decide-save.ts';
import type { CertificationEventCreated } from '../../domain/certification-event/happenings.ts';
import { refusal, type Refusal } from '../../domain/refusal.ts';
import { certificationEventId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { type AnswerOf, bodiesIn } from './answer.ts';
import { definitionFrom } from './definition.ts';
import { reactToCertificationEvent } from './react.ts';
import { referencesOf } from './references.ts';

/** What a newly made certification event, saved or copied, writes. */
export const birthPlan = async <Answer>(
  ports: Ports,
  caller: Caller,
  happening: CertificationEventCreated,
  answer: AnswerOf<Answer>,
): Promise<Plan<Answer>> => {
  const after = happening.certificationEvent;
  const reactions = await reactToCertificationEvent(ports.store, caller, after, [happening]);
  return {
    transitions: [
      { entity: 'certificationEvent', key: after.id, before: null, after, command: 'createCertificationEvent' },
    ],
    inserts: reactions.inserts,
    outbox: reactions.outbox,
    answer: await answer({ state: after, version: 1, auditHash: '' }, bodiesIn(reactions.inserts)),
  };
};

export interface Creation<Answer> {
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly sent: DefinitionBody;
  readonly answer: AnswerOf<Answer>;
}

const attempt = async <Answer>(ports: Ports, creation: Creation<Answer>): Promise<Result<Plan<Answer>, Refusal>> => {
  const { caller, sent, answer } = creation;
  const allowed = access(caller.actor, 'createCertificationEvent', { kind: 'AGENCY' });
  if (allowed !== 'ALLOWED') return refuse(refusal(allowed));
  const definition = definitionFrom(sent);
  const decided = decideCreate(
    {
      type: 'createCertificationEvent',
      id: certificationEventId(ports.ids.next('evt')),
      number: await ports.store.nextCertificationEventNumber(),
      definition,
      bodyId: ports.ids.next('bdy'),
      references: await referencesOf(ports.store, definition),
    },
    caller,
  );
  const happening = decided.ok ? decided.value[0] : undefined;
  if (!decided.ok) return decided;
  if (happening === undefined) throw new Error('a creation without effect');
  return ok(await birthPlan(ports, caller, happening, answer));
};

/** Saves a new certification event. Two made at once both want the next number; the loser takes the one after. */
export const createCertificationEvent = <Answer>(
  ports: Ports,
  creation: Creation<Answer>,
): Promise<Result<Answer, CommandFailure>> =>
  handleCommand(ports, {
    caller: creation.caller,
    repeat: creation.repeat,
    operation: 'createCertificationEvent',
    target: 'certification-events',
    attempt: () => attempt(ports, creation),
  });
