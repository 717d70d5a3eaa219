import { deliverNotification } from '../../shared/application/notifications/deliver-notification.ts';
import type { TableRow } from '../../shared/application/ports/table-rows.ts';
import type { CannedFinding } from './canned-engine.ts';
import { rowsOf } from './in-memory-rows.ts';
import { aSmallState, publishTardiness, type SmallState } from './small-state.ts';

export interface WholeYear {
  readonly state: SmallState;
  readonly id: string;
  /** While it is published, at the end of all work. */
  readonly published: readonly TableRow[];
  /** After it was closed. */
  readonly closed: readonly TableRow[];
}

/** Starts where that is still to do, then goes through all steps as the wizard leads, and submits. */
export const certifies = async (
  state: SmallState,
  user: string,
  id: string,
  organization: string,
  findings: readonly CannedFinding[] = [],
): Promise<void> => {
  const ask = async (method: string, rest: string, body?: unknown) => {
    const path = `/v1/certifications/${id}/${organization}${rest}`;
    const answer = await state.ask(user, method, path, { body });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status} ${answer.body.code}`);
    return answer.body;
  };
  const { snapshot } = await ask('GET', '');
  if ((await ask('GET', '')).userStatus === 'NOT_STARTED') await ask('POST', '/start');
  else if (snapshot === null) await ask('POST', '/snapshot', { confirm: true });
  await state.takeSnapshots();
  for (const step of ['district-validation', 'state-validation', 'snapshot-validation']) {
    const run = await ask('POST', `/steps/${step}/runs`, {});
    await state.validate(run.id, findings);
    await state.ask(user, 'GET', `/v1/runs/${run.id}/report`);
    state.clock.advance(1);
    await ask('POST', `/steps/${step}/complete`, {});
  }
  await ask('POST', '/submit', { attestation: { name: 'Test', accepted: true } });
};

const tellEverybody = async ({ data, ports }: SmallState): Promise<void> => {
  const queues = {
    sendRun: async () => undefined,
    sendIngest: async () => undefined,
    sendNotification: async () => undefined,
  };
  for (const { row } of data.outbox.values())
    if (row.message.type === 'NOTIFY')
      await deliverNotification(
        { ...ports, queues, origin: 'https://attest.example.org' },
        { version: 1, type: 'NOTIFY', notification: row.message.notification },
      );
};

const asked = async (answer: Promise<{ readonly status: number }>): Promise<void> => {
  const { status } = await answer;
  if (status >= 300) throw new Error(`a command of the story was answered ${status}`);
};

/**
 * One certification event from its first save to its close: certified, sent back, certified again, approved, asked for again
 * and declined in one district; given more time and approved uncertified in the other.
 */
export const aWholeYear = async (): Promise<WholeYear> => {
  const state = await aSmallState('2026-05-05T18:00:00Z');
  const id = await publishTardiness(state);
  const event = `/v1/certification-events/${id}`;
  const bearCreek = `/v1/certifications/${id}/255903`;
  const decide = (organization: string, type: string, more = {}) =>
    asked(
      state.ask('april', 'POST', `${event}/decisions`, {
        body: { type, organizationIds: [organization], reason: 'so it is', ...more },
      }),
    );
  await certifies(state, 'ana', id, '255903');
  await decide('255903', 'REQUEST_RECERTIFICATION');
  state.clock.advance(60);
  await certifies(state, 'ana', id, '255903');
  await decide('255903', 'APPROVE');
  await asked(state.ask('ana', 'POST', `${bearCreek}/recertification-requests`, { body: { reason: 'a school' } }));
  await decide('255903', 'DECLINE_REQUEST');
  await asked(
    state.ask('admin', 'PUT', `${event}/participants/255901/due-date-overrides/gus`, {
      body: { dueDate: '2026-06-01', reason: 'flood' },
      headers: { 'if-match': '*' },
    }),
  );
  await decide('255901', 'APPROVE', { confirmNotCertified: true });
  await tellEverybody(state);
  const published = rowsOf(state.data);
  state.clock.advance(3_600);
  await asked(state.ask('admin', 'POST', `${event}/close`, { body: { comment: 'over', confirm: true } }));
  await tellEverybody(state);
  return { state, id, published, closed: rowsOf(state.data) };
};
