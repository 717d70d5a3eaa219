import { html, type Markup, page } from '../http/markup.ts';
import type { CapturedMail } from '../mail/captured-mail.ts';
import { table } from './table.ts';

interface Overview {
  readonly clock: { readonly now: string; readonly offsetMs: number };
  readonly executions: readonly object[];
  readonly queues: readonly object[];
  readonly schedules: readonly object[];
  readonly mails: readonly CapturedMail[];
  readonly faults: readonly object[];
}

const refreshSeconds = 3;

/** One page of all that goes on, which loads itself anew. */
export function overviewPage({ clock, executions, queues, schedules, mails, faults }: Overview): Markup {
  const body = html`
<p>It is <strong>${clock.now}</strong>${moved(clock.offsetMs)}. As JSON: <a href="/_local/state">state</a>, <a href="/_local/mail">mail</a>, <a href="/_local/faults">faults</a>.</p>
${table('Executions', executions.map(withoutArn))}
${table('Queues', queues)}
${table('Schedules', schedules)}
<h2>Mail (${mails.length})</h2>
<p><a href="/_local/mail/view">Read the mail</a></p>
${table('Faults', faults)}`;
  return page('Local runtime', body, refreshSeconds);
}

// The name says the same in a quarter of the room.
const withoutArn = (execution: object): object =>
  Object.fromEntries(Object.entries(execution).filter(([field]) => field !== 'executionArn'));

const moved = (offsetMs: number): string =>
  offsetMs === 0 ? '' : ` (moved by ${(offsetMs / 3_600_000).toFixed(1)} hours)`;
