import { describe, expect, it } from 'vitest';
import { day, moment } from '../../../test/builders/time.ts';
import { certificationEventId } from '../../kernel/ids.ts';
import type { TimerCommand } from './commands.ts';
import { decideTimer } from './decide.ts';
import { evolveTimer } from './evolve.ts';
import type { TimedWork, Timer } from './state.ts';

const cleanup: TimedWork = { kind: 'CLEANUP_SNAPSHOT', certificationEventId: certificationEventId('evt_1') };
const arm = (dueAt: string, work: TimedWork = cleanup): TimerCommand => ({
  type: 'armTimer',
  work,
  dueAt: moment(dueAt),
});
const fire = { type: 'fireTimer' } as const;
const cancel = { type: 'cancelTimer' } as const;

const decide = (timer: Timer | null, command: TimerCommand) => {
  const decided = decideTimer(timer, command);
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value;
};
const first = (work: TimedWork = cleanup): Timer => {
  const [happening] = decide(null, arm('2026-05-11', work));
  if (happening?.type !== 'TimerArmed') throw new Error('arming arms');
  return happening.timer;
};
const after = (...commands: readonly TimerCommand[]): Timer =>
  commands.reduce((timer, command) => decide(timer, command).reduce(evolveTimer, timer), first());

describe('A timer', () => {
  it('is one for each piece of work', () => {
    const works: readonly TimedWork[] = [
      cleanup,
      { kind: 'FULL_SNAPSHOT', certificationEventId: certificationEventId('evt_1') },
      { kind: 'REMINDERS', certificationEventId: certificationEventId('evt_1'), day: day('2026-05-11') },
      { kind: 'DIGEST', day: day('2026-05-11') },
    ];
    expect(works.map((work) => first(work).id)).toEqual([
      'evt_1-cleanup',
      'evt_1-full',
      'evt_1-remind-2026-05-11',
      'digest-2026-05-11',
    ]);
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
