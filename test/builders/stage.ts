import type { Actor } from '../../shared/domain/actor.ts';
import type { Agency } from '../../shared/domain/agency/state.ts';
import type { CompleteOutline, LiveCertificationEvent } from '../../shared/domain/certification-event/state.ts';
import type { ParticipantCommand } from '../../shared/domain/participant/commands.ts';
import { type ParticipantContext, type ParticipantDecision, taskOf } from '../../shared/domain/participant/context.ts';
import { decideParticipant } from '../../shared/domain/participant/decide.ts';
import { evolveParticipant } from '../../shared/domain/participant/evolve.ts';
import type { ParticipantHappening } from '../../shared/domain/participant/happenings.ts';
import type { Participant, Task, UserStatus } from '../../shared/domain/participant/state.ts';
import { userStatusOf } from '../../shared/domain/participant/viewpoint.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import type { User } from '../../shared/domain/user/state.ts';
import { instantFromMillis, millisOf } from '../../shared/kernel/instant.ts';
import { userId } from '../../shared/kernel/ids.ts';
import { aClosedEvent, aPublishedEvent } from './certification-event.ts';
import { aParticipant, type Cast, membersOf } from './participant.ts';
import { aCertifier, anAgency, anApprover, aReviewer, person, system } from './people.ts';
import { moment } from './time.ts';

export interface StageSetting extends Cast {
  readonly outline?: Partial<CompleteOutline>;
  readonly hasGroups?: boolean;
  readonly on?: string;
  readonly participant?: Partial<Participant>;
  /** The agency's; Denver where none is given. */
  readonly timeZone?: string;
}

export type Watcher = (before: Participant, happening: ParticipantHappening, after: Participant) => void;

/** A participant and its certification event at one moment, where people and systems ask for things and get real decisions. */
export class Stage {
  participant: Participant;
  certificationEvent: LiveCertificationEvent;
  now = moment('2026-05-05');
  hasGroups: boolean;
  happened: readonly ParticipantHappening[] = [];
  /** Sees every single thing that happens. */
  watch: Watcher = () => undefined;
  #cast: Cast;
  #count = 0;
  readonly #agency: Agency;

  constructor(setting: StageSetting = {}) {
    this.#agency = anAgency(setting.timeZone === undefined ? {} : { timeZone: setting.timeZone });
    this.#cast = { certifiers: setting.certifiers ?? ['ana'], reviewers: setting.reviewers ?? ['rita'] };
    this.participant = aParticipant(this.#cast, setting.participant);
    this.certificationEvent = aPublishedEvent(setting.outline);
    this.hasGroups = setting.hasGroups ?? true;
    if (setting.on !== undefined) this.on(setting.on);
  }

  /** Moves the clock: `2026-05-05` is noon in Denver. */
  on(text: string): this {
    this.now = moment(text);
    return this;
  }

  later(hours: number): this {
    this.now = instantFromMillis(millisOf(this.now) + hours * 3_600_000);
    return this;
  }

  closed(): this {
    this.certificationEvent = aClosedEvent(this.now, this.certificationEvent.published.outline);
    return this;
  }

  outline(changes: Partial<CompleteOutline>): this {
    const { published } = this.certificationEvent;
    this.certificationEvent = {
      ...this.certificationEvent,
      published: { ...published, outline: { ...published.outline, ...changes } },
    };
    return this;
  }

  revision(revision: number): this {
    const { certificationEvent } = this;
    this.certificationEvent = { ...certificationEvent, published: { ...certificationEvent.published, revision } };
    return this;
  }

  get members() {
    return membersOf(this.#cast);
  }

  cast(cast: Cast): this {
    this.#cast = cast;
    return this;
  }

  next(): string {
    this.#count += 1;
    return String(this.#count);
  }

  context(actor: Actor): ParticipantContext {
    return { actor, now: this.now, agency: this.#agency, certificationEvent: this.certificationEvent };
  }

  userOf(name: string): User {
    if (this.#cast.reviewers?.includes(name) ?? false) return aReviewer(name);
    return name.startsWith('state') ? anApprover(name) : aCertifier(name);
  }

  ask(actor: Actor | string, command: ParticipantCommand): ParticipantDecision {
    const by = typeof actor === 'string' ? person(this.userOf(actor)) : actor;
    return decideParticipant(this.participant, command, this.context(by));
  }

  /** Why not; fails when it would be done. */
  refusal(actor: Actor | string, command: ParticipantCommand): Refusal {
    const decided = this.ask(actor, command);
    if (decided.ok) throw new Error(`${command.type} was not refused`);
    return decided.failure;
  }

  /** Does it; fails when it is refused. */
  does(actor: Actor | string, command: ParticipantCommand): this {
    const decided = this.ask(actor, command);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.failure.code}`);
    this.happened = decided.value;
    for (const happening of decided.value) {
      const before = this.participant;
      this.participant = evolveParticipant(before, happening);
      this.watch(before, happening, this.participant);
    }
    return this;
  }

  reports(command: ParticipantCommand): this {
    return this.does(system, command);
  }

  get whatHappened(): readonly string[] {
    return this.happened.map(({ type }) => type);
  }

  task(name: string): Task {
    const task = taskOf(this.participant, userId(name));
    if (task === null) throw new Error(`${name} has no part`);
    return task;
  }

  statusOf(name: string): UserStatus {
    return userStatusOf(taskOf(this.participant, userId(name)), this.participant, {
      certificationEvent: this.certificationEvent,
      now: this.now,
      agency: this.#agency,
    });
  }
}
