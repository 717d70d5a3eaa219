import { access } from '../../domain/access/access.ts';
import { publishingOf } from '../../domain/certification-event/decide-publication.ts';
import { decideCopy } from '../../domain/certification-event/decide-save.ts';
import { draftOf, publishedOf } from '../../domain/certification-event/lifecycle.ts';
import type { CertificationEvent, Definition } from '../../domain/certification-event/state.ts';
import { refusal, type Refusal } from '../../domain/refusal.ts';
import { type CertificationEventId, certificationEventId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { AnswerOf } from './answer.ts';
import { birthPlan } from './create.ts';

export interface Copying<Answer> {
  readonly id: CertificationEventId;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly answer: AnswerOf<Answer>;
}

/** What whoever copies it sees of it: that also stands while it is published for the first time. */
const shownOf = (state: CertificationEvent) => publishedOf(state) ?? publishingOf(state) ?? draftOf(state);

const seenDefinition = async (ports: Ports, state: CertificationEvent): Promise<Definition> => {
  const seen = shownOf(state);
  if (seen === null) throw new Error(`certification event ${state.id} has no definition to copy`);
  return { outline: seen.outline, body: await ports.store.body(state.id, seen.bodyId) };
};

const takenNames = async (ports: Ports, year: number): Promise<readonly string[]> =>
  (await ports.store.certificationEvents(year)).flatMap(({ state }) => {
    const outline = shownOf(state)?.outline;
    return outline === undefined ? [] : [outline.name];
  });

const attempt = async <Answer>(ports: Ports, copying: Copying<Answer>): Promise<Result<Plan<Answer>, Refusal>> => {
  const { id, caller, answer } = copying;
  const source = await ports.store.load('certificationEvent', id);
  if (source === undefined) return refuse(refusal('NOT_FOUND'));
  const allowed = access(caller.actor, 'copyCertificationEvent', {
    kind: 'CERTIFICATION_EVENT',
    certificationEvent: source.state,
  });
  if (allowed !== 'ALLOWED') return refuse(refusal(allowed));
  const definition = await seenDefinition(ports, source.state);
  const decided = decideCopy(
    source.state,
    {
      type: 'copyCertificationEvent',
      id: certificationEventId(ports.ids.next('evt')),
      number: await ports.store.nextCertificationEventNumber(),
      definition,
      bodyId: ports.ids.next('bdy'),
      takenNames: await takenNames(ports, definition.outline.reportingYear),
    },
    caller,
  );
  const happening = decided.ok ? decided.value[0] : undefined;
  if (!decided.ok) return decided;
  if (happening === undefined) throw new Error('a copy without effect');
  return ok(await birthPlan(ports, caller, happening, answer));
};

/** A new open certification event like this one, named `-COPY`, without dates. */
export const copyCertificationEvent = <Answer>(
  ports: Ports,
  copying: Copying<Answer>,
): Promise<Result<Answer, CommandFailure>> =>
  handleCommand(ports, {
    caller: copying.caller,
    repeat: copying.repeat,
    operation: 'copyCertificationEvent',
    target: copying.id,
    attempt: () => attempt(ports, copying),
  });
