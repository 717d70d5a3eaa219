import { describe, expect, it } from 'vitest';
import { moment } from '../../../test/builders/time.ts';
import { certificationEventId } from '../../kernel/ids.ts';
import type { TimerCommand } from './commands.ts';
import { decideTimer } from './decide.ts';
import { evolveTimer } from './evolve.ts';
import type { Timer } from './state.ts';

const arm = (dueAt: string, kind: Timer['kind'] = 'CLEANUP_SNAPSHOT'): TimerCommand => ({
  type: 'armTimer',
  certificationEventId: certificationEventId('evt_1'),
  kind,
  dueAt: moment(dueAt),
});
const fire = { type: 'fireTimer' } as const;
const cancel = { type: 'cancelTimer' } as const;

const decide = (timer: Timer | null, command: TimerCommand) => {
  const decided = decideTimer(timer, command);
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value;
};
const first = (kind?: Timer['kind']): Timer => {
  const [happening] = decide(null, arm('2026-05-11', kind));
  if (happening?.type !== 'TimerArmed') throw new Error('arming arms');
  return happening.timer;
};
const after = (...commands: readonly TimerCommand[]): Timer =>
  commands.reduce((timer, command) => decide(timer, command).reduce(evolveTimer, timer), first());

describe('A timer', () => {
  it('is one of each kind in a certification event', () => {
    expect([first().id, first('FULL_SNAPSHOT').id]).toEqual(['evt_1-cleanup', 'evt_1-full']);
  });

  it('fires once, however often its schedule and the sweeper call', () => {
    expect(after(fire).status).toBe('FIRED');
    expect(decide(after(fire), fire)).toEqual([]);
  });

  it('cancelled does not fire, and was not there to be cancelled before it was armed', () => {
    expect(after(cancel, fire).status).toBe('CANCELLED');
    expect(decide(null, cancel)).toEqual([]);
    expect(decide(null, fire)).toEqual([]);
  });

  it('armed for another time waits again, also after it has fired', () => {
    expect(after(fire, arm('2026-05-15'))).toMatchObject({ status: 'ARMED', dueAt: moment('2026-05-15') });
    expect(after(arm('2026-05-15')).dueAt).toBe(moment('2026-05-15'));
  });

  it('armed for the same time changes nothing, unless it was cancelled', () => {
    expect(decide(after(), arm('2026-05-11'))).toEqual([]);
    expect(decide(after(fire), arm('2026-05-11'))).toEqual([]);
    expect(after(cancel, arm('2026-05-11')).status).toBe('ARMED');
  });
});
