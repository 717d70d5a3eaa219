import { Cron } from 'croner';

/** What decides when a schedule fires. */
export interface Timing {
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone: string;
  readonly StartDate?: Date | undefined;
  readonly EndDate?: Date | undefined;
}

export interface Occurrences {
  /** at(): fires once. */
  readonly once: boolean;
  /** The first one of a schedule that begins now. */
  first(now: Date): Date | undefined;
  /** The next one after a firing: those that have passed meanwhile are skipped. */
  following(now: Date, begun: Date): Date | undefined;
}

const minutesOf: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };

/** Reads at(), rate() and cron() as EventBridge Scheduler does; throws on anything else and on an unknown time zone. */
export function occurrences(timing: Timing): Occurrences {
  const { ScheduleExpression: expression, ScheduleExpressionTimezone: timezone, EndDate } = timing;
  const [, kind, body = ''] = /^(at|rate|cron)\((.+)\)$/.exec(expression) ?? [];
  if (kind === 'at') return once(body, timezone);
  if (kind !== 'rate' && kind !== 'cron') throw new RangeError('at(...), rate(...) or cron(...) is expected');
  const next = kind === 'rate' ? rate(body, timing) : cron(body, timezone, timing.StartDate);
  const untilEnd = (instant: Date | undefined) => (instant && EndDate && instant > EndDate ? undefined : instant);
  return {
    once: false,
    first: (now) => untilEnd(next(now, now)),
    following: (now, begun) => untilEnd(next(now, begun)),
  };
}

function once(body: string, timezone: string): Occurrences {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(body)) throw new RangeError('at(yyyy-mm-ddThh:mm:ss) is expected');
  const instant = new Cron(body, { timezone, paused: true }).getOnce();
  if (!instant) throw new RangeError('no such time');
  return { once: true, first: () => instant, following: () => undefined };
}

/**
 * Every interval from the start date, else from the creation. (On AWS one without a start date fires at its creation, too;
 * here a start of the runtime would then run every sweep at once.)
 */
function rate(body: string, { StartDate }: Timing): (now: Date, begun: Date) => Date {
  const [, count = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(body) ?? [];
  const interval = Number(count) * (minutesOf[unit] ?? 0) * 60_000;
  if (!interval) throw new RangeError('rate(value minutes|hours|days) is expected');
  return (now, begun) => {
    if (StartDate && StartDate > now) return StartDate;
    const from = (StartDate ?? begun).getTime();
    return new Date(from + (Math.floor((now.getTime() - from) / interval) + 1) * interval);
  };
}

/** Six fields without seconds. Sunday is 1, a step may follow a plain number, `?` says nothing: Quartz, as croner reads it. */
function cron(body: string, timezone: string, startDate: Date | undefined): (now: Date) => Date | undefined {
  const fields = body.trim().split(/\s+/);
  const [, , dayOfMonth, , dayOfWeek] = fields;
  if (fields.length !== 6) throw new RangeError('cron(minutes hours day-of-month month day-of-week year) is expected');
  if (dayOfMonth !== '?' && dayOfWeek !== '?') throw new RangeError('one of day-of-month and day-of-week is ?');
  const pattern = `0 ${fields.join(' ')}`;
  const job = new Cron(pattern, {
    mode: '7-part',
    timezone,
    alternativeWeekdays: true,
    sloppyRanges: true,
    paused: true,
  });
  // A zone is looked up only when a run is computed.
  job.nextRun();
  return (now) => job.nextRun(startDate && startDate > now ? startDate : now) ?? undefined;
}
