import { decideSettings, evolveAgency } from '../../domain/agency/decide.ts';
import type { Agency } from '../../domain/agency/state.ts';
import { refusal } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { denied } from '../queries/denied.ts';
import { settingsView } from '../views/directory-view.ts';
import { type Answered, isStale } from './answered.ts';

type SettingsAnswer = Answered<ReturnType<typeof settingsView>>;

export interface SettingsWish {
  readonly caller: Caller;
  readonly settings: Agency;
  readonly expectedVersion: number | null;
}

const attempt = async (
  { store }: Ports,
  { caller, settings, expectedVersion }: SettingsWish,
): Promise<Result<Plan<SettingsAnswer>, AttemptFailure>> => {
  const refused = denied(caller, 'replaceSettings', { kind: 'AGENCY' });
  if (refused !== null) return refuse(refused);
  const before = await store.load('agency', 'AGENCY');
  if (before === undefined) return refuse(refusal('NOT_FOUND'));
  if (isStale(expectedVersion, before)) return refuse({ code: 'IF_MATCH_STALE' });
  const command = { type: 'replaceSettings', settings } as const;
  const decided = decideSettings(before.state, command);
  if (!decided.ok) return decided;
  const after = evolveAll(evolveAgency, before.state, decided.value);
  const isChanged = decided.value.length > 0;
  const isElsewhere = after.timeZone !== before.state.timeZone;
  return ok({
    outbox: isElsewhere ? [{ type: 'RENEW_TIMERS' }] : [],
    transitions: isChanged ? [{ entity: 'agency', key: 'AGENCY', before, after, command: command.type }] : [],
    answer: { version: before.version + (isChanged ? 1 : 0), body: settingsView(after, caller.now) },
  });
};

export const replaceSettings = (ports: Ports, wish: SettingsWish): Promise<Result<SettingsAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: null,
    operation: 'replaceSettings',
    target: 'AGENCY',
    attempt: () => attempt(ports, wish),
  });
