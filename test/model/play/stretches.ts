import { addDays, atHour } from '../../../shared/kernel/calendar-date.ts';
import { type Instant, millisOf } from '../../../shared/kernel/instant.ts';
import { districts } from '../system/people.ts';
import type { Setting } from '../system/played.ts';
import type { Decision } from '../workflow/decision.ts';
import type { ModelDefinition, World } from '../workflow/world.ts';
import type { Command } from './commands.ts';

/* What the beginnings of sequences are made of. */

/** The first day a sequence knows, and the zone its days are in. */
export type Begin = Pick<World, 'firstDay' | 'zone'>;

/** An hour of a day, counted from the first. */
export const hourOf = ({ firstDay, zone }: Begin, day: number, hour: number): Instant =>
  atHour(addDays(firstDay, day), hour, zone);

export type Maker = (world: World) => Command;

export const publish: Command = {
  type: 'publish',
  by: 'admin',
  confirm: true,
  requireRecertification: false,
  withdrawals: [],
};

export const movesTo =
  (day: number, hour: number): Maker =>
  (world) => ({ type: 'moveTo', millis: millisOf(hourOf(world, day, hour)) });

export const opening: readonly Maker[] = [() => publish, () => ({ type: 'flows' }), movesTo(4, 9)];

export const stateDecides = (type: Decision['type'], org: string): Command => ({
  type: 'decide',
  by: 'april',
  orgs: [org],
  decision: { type, reason: 'because', newDueDate: undefined, confirmNotCertified: false },
});

/** Who works how many commands long, and what is done in between. */
export type Stretch = { readonly of: string; readonly at?: string; readonly commands: number } | Command | Maker;

const [first = '', second = ''] = districts;
export const bearCreek = first;
export const grandBend = second;
export const gus = { by: 'gus', org: grandBend };
export const certified: Stretch = { of: 'gus', commands: 14 };
export const requested: readonly Stretch[] = [certified, { type: 'request', ...gus }];
export const approved: readonly Stretch[] = [certified, stateDecides('APPROVE', grandBend)];
export const ana: Stretch = { of: 'ana', commands: 5 };
export const cora: Stretch = { of: 'cora', commands: 5 };

/** So little to do that two people do it twice within one sequence. */
export const short: Partial<ModelDefinition> = {
  groups: [],
  hasAddress: true,
  snapshotMethod: 'NONE',
  missingSnapshotAt: null,
  active: true,
};
export const backToBearCreek = stateDecides('REQUEST_RECERTIFICATION', bearCreek);

export const leaves = (user: string): Command => ({ type: 'removeMember', by: 'bea', org: bearCreek, user });
export const joins = (user: string): Command => ({
  type: 'setMember',
  by: 'bea',
  org: bearCreek,
  user,
  role: 'CERTIFIER',
});

export interface Beginning {
  readonly definition?: Partial<ModelDefinition>;
  readonly setting?: Partial<Setting>;
  readonly method?: ModelDefinition['snapshotMethod'];
  /** How many commands of the opening come first. */
  readonly opened: number;
  readonly stretches: readonly Stretch[];
}

export const opened = (...stretches: readonly Stretch[]): Beginning => ({ opened: opening.length, stretches });
