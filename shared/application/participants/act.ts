import { access } from '../../domain/access/access.ts';
import { type Operation, policy } from '../../domain/access/policy.ts';
import { decideParticipant } from '../../domain/participant/decide.ts';
import type { ParticipantCommand, ParticipantMember } from '../../domain/participant/commands.ts';
import type { ParticipantHappening } from '../../domain/participant/happenings.ts';
import type { Participant } from '../../domain/participant/state.ts';
import { refusal, type Refusal } from '../../domain/refusal.ts';
import { type Result, ok, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { type Effects, noEffects } from '../effects.ts';
import type { ParticipantKey } from '../entities.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Transition, VersionCheck } from '../ports/unit-of-work.ts';
import type { MembersAsRead } from './members.ts';
import { planParticipant } from './plan.ts';
import type { ReactionDetails } from './aftermath.ts';
import { loadScene, type Scene } from './scene.ts';

/** A command on one participant: what to decide once everything is loaded, and what to answer. */
export interface ParticipantAct<Answer> {
  readonly key: ParticipantKey;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  /** The version the caller looked at; absent or null to act on whatever is there. */
  readonly expectedVersion?: number | null;
  readonly reason?: string | undefined;
  /** Given where the decision is about who takes part: it is written only while their list is as it was read. */
  readonly members?: (scene: Scene) => Promise<MembersAsRead>;
  readonly command: (scene: Scene, members: readonly ParticipantMember[]) => Promise<ParticipantCommand>;
  readonly details?: ReactionDetails;
  /** What was read before and must still be so. */
  readonly restsOn?: readonly VersionCheck[];
  /** What else belongs into the same transaction, once it is decided. */
  readonly also?: (scene: Scene, happenings: readonly ParticipantHappening[]) => Promise<Effects>;
  /** Whole and final: it is kept with the commit and given again to a repeat. */
  readonly answer: (scene: Scene, after: Participant, written: readonly Transition[]) => Answer | Promise<Answer>;
}

const isOperation = (name: string): name is Operation => Object.hasOwn(policy, name);

/** Rights bind people; a named part of the system does only what its own code asks. */
const deniedTo = (caller: Caller, operation: string, scene: Scene): Refusal | undefined => {
  if (caller.actor.kind === 'SYSTEM') return undefined;
  if (!isOperation(operation)) throw new Error(`${operation} is not for people`);
  const allowed = access(caller.actor, operation, {
    kind: 'PARTICIPANT',
    certificationEvent: scene.certificationEvent.state,
    participant: scene.participant.state,
  });
  return allowed === 'ALLOWED' ? undefined : refusal(allowed);
};

/** Rights first, so that a stranger learns nothing; then the domain decides; then everything is written at once. */
export const decideOn = async <Answer>(
  ports: Ports,
  act: ParticipantAct<Answer>,
  operation: string,
): Promise<Result<Plan<Answer>, AttemptFailure>> => {
  const scene = await loadScene(ports.store, act.caller, act.key);
  if (scene === undefined) return refuse(refusal('NOT_FOUND'));
  const denied = deniedTo(act.caller, operation, scene);
  if (denied) return refuse(denied);
  if ((act.expectedVersion ?? scene.participant.version) !== scene.participant.version)
    return refuse({ code: 'IF_MATCH_STALE' });
  const read = await act.members?.(scene);
  const command = await act.command(scene, read?.members ?? []);
  const decided = decideParticipant(scene.participant.state, command, {
    ...act.caller,
    certificationEvent: scene.certificationEvent.state,
  });
  if (!decided.ok) return decided;
  const { after, ...writes } = await planParticipant(ports, scene, {
    command: command.type,
    reason: act.reason,
    happenings: decided.value,
    details: act.details ?? {},
  });
  const more = (await act.also?.(scene, decided.value)) ?? noEffects;
  const transitions = [...writes.transitions, ...more.transitions];
  return ok({
    fence: writes.fence,
    checks: transitions.length > 0 ? [...(read ? [read.check] : []), ...(act.restsOn ?? [])] : [],
    transitions,
    inserts: [...(writes.inserts ?? []), ...more.inserts],
    outbox: [...(writes.outbox ?? []), ...more.outbox],
    answer: await act.answer(scene, after, transitions),
  });
};

export const actOnParticipant = <Answer>(
  ports: Ports,
  operation: string,
  act: ParticipantAct<Answer>,
): Promise<Result<Answer, CommandFailure>> =>
  handleCommand(ports, {
    caller: act.caller,
    repeat: act.repeat,
    operation,
    target: `${act.key.certificationEventId}/${act.key.organizationId}`,
    attempt: () => decideOn(ports, act, operation),
  });
