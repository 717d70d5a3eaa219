import { beforeAll, describe, expect, it } from 'vitest';
import { useSystem } from '../harness/system.ts';
import {
  bearCreek,
  createOpen,
  decideOne,
  grandBend,
  inDays,
  participantOf,
  publishNew,
} from '../story/certification-event.ts';
import type { Answer, Json, Person } from '../story/client.ts';
import { expectStatus, listAt, refusalOf, textAt } from '../story/read.ts';
import {
  complete,
  generateReport,
  openReport,
  passStep,
  start,
  stepOf,
  submit,
  wizard,
  type Work,
} from '../story/steps.ts';
import { until } from '../story/until.ts';

const system = useSystem();
let eventId = '';
let grand: Work;
let bear: Work;

const events = '/v1/certification-events';
const certifications = '/v1/certifications';
const admin = () => system.as('state-admin');
const approver = () => system.as('state-approver');
const certifier = (district: 'grand-bend' | 'bear-creek' = 'grand-bend') => system.as(`${district}-certifier`);
const reviewer = () => system.as('grand-bend-reviewer');
const at = ({ eventId: event, orgId }: Work, rest = '') => `${certifications}/${event}/${orgId}${rest}`;
const day = 86_400_000;
const noSnapshots = { snapshotMethod: 'NONE', missingSnapshotAt: null };

beforeAll(async () => {
  eventId = await publishNew(await admin());
  grand = { eventId, orgId: grandBend };
  bear = { eventId, orgId: bearCreek };
  // The snapshots' own runs too are over, before messages are lost on purpose.
  await system.atRest();
}, 120_000);

describe('A step is not completed', () => {
  it('before the certification was started', async () => {
    expect(refusalOf(await complete(await certifier(), grand, 'district-validation'))).toBe('409 NOT_STARTED');
    expectStatus(await start(await certifier(), grand), 200);
  });

  it('before the steps before it', async () => {
    expect(refusalOf(await complete(await certifier(), grand, 'state-validation'))).toBe('409 STEP_OUT_OF_ORDER');
  });

  it('while its run is not finished', async () => {
    system.runtime.faults.set([
      { caller: 'run-validation', service: 'sqs', operation: 'ReceiveMessage', action: 'lose' },
    ]);
    const person = await certifier();
    const run = expectStatus(await person.post(at(grand, '/steps/district-validation/runs'), {}), 202);
    expect(refusalOf(await complete(person, grand, 'district-validation'))).toBe('409 RUN_NOT_FINISHED');
    const id = textAt(run, 'id');
    expect(expectStatus(await person.post(`/v1/runs/${id}/cancel`, {}), 200)['status']).toBe('CANCELLED');
    expect(await stepOf(person, grand, 'district-validation')).toMatchObject({ status: 'NOT_STARTED' });
  });

  it('before its report was opened, whoever else opened it', async () => {
    const person = await certifier();
    const run = await generateReport(person, grand, 'district-validation');
    await openReport(await reviewer(), textAt(run, 'id'));
    expect(refusalOf(await complete(person, grand, 'district-validation'))).toBe('409 REPORT_NOT_VIEWED');
    await openReport(person, textAt(run, 'id'));
    expect(refusalOf(await complete(person, grand, 'district-validation'))).toBe('200');
  });

  it('while fatal findings stand', async () => {
    const person = await certifier('bear-creek');
    expectStatus(await start(person, bear), 200);
    const run = await generateReport(person, bear, 'district-validation');
    await openReport(person, textAt(run, 'id'));
    const refused = await complete(person, bear, 'district-validation');
    expect(refusalOf(refused)).toBe('409 FATAL_FINDINGS');
    expect(refused.body).toMatchObject({ title: 'Fatal findings must be resolved first.', facts: { blockers: 2 } });
    expect(await stepOf(person, bear, 'district-validation')).toMatchObject({ status: 'BLOCKED' });
  });

  it('and nothing is submitted while steps are open', async () => {
    const refused = await submit(await certifier(), grand);
    expect(refusalOf(refused)).toBe('409 STEPS_INCOMPLETE');
    expect((await participantOf(await admin(), eventId, grandBend))['status']).toBe('IN_PROGRESS');
  });
});

describe('A reviewer', () => {
  it('cannot start, take a snapshot, submit or withdraw', async () => {
    const person = await reviewer();
    const answers = [
      await start(person, grand),
      await person.post(at(grand, '/snapshot'), {}),
      await submit(person, grand),
      await person.post(at(grand, '/submission/withdraw'), { reason: 'Too early.' }),
      await person.post(at(grand, '/recertification-requests'), { reason: 'Once more.' }),
    ];
    expect(answers.map(refusalOf)).toEqual(answers.map(() => '403 FORBIDDEN'));
  });

  it('runs and completes a step for himself, and nothing of it counts', async () => {
    const person = await reviewer();
    const before = await participantOf(await admin(), eventId, grandBend);
    await passStep(person, grand, 'district-validation');
    expect(await stepOf(person, grand, 'district-validation')).toMatchObject({ status: 'COMPLETED' });
    const after = await participantOf(await admin(), eventId, grandBend);
    expect([after['progress'], after['certifiers']]).toEqual([before['progress'], before['certifiers']]);
    expect(await wizard(person, grand)).toMatchObject({ userStatusLabel: 'N/A', role: 'REVIEWER' });
  });
});

describe('What belongs to another district', () => {
  const shape = ({ status, body }: Answer) => {
    const { instance: _instance, requestId: _requestId, ...rest } = body;
    return { status, rest };
  };

  it('looks exactly like what does not exist, at every address', async () => {
    const own = await certifier();
    const steps = listAt(await wizard(own, grand), 'steps');
    const runId = textAt(Object(steps[0]?.['run']), 'id');
    const snapshotId = textAt(Object((await wizard(own, grand))['snapshot']), 'id');
    const stranger = await certifier('bear-creek');
    const attestation = { name: 'Cora', accepted: true };
    const addresses: readonly [string, string, string, object?][] = [
      ['GET', '', ''],
      ['GET', '/runs', ''],
      ['GET', '/history', ''],
      ['POST', '/start', '', {}],
      ['POST', '/steps/district-validation/runs', '', {}],
      ['POST', '/steps/district-validation/complete', '', {}],
      ['POST', '/snapshot', '', {}],
      ['POST', '/submit', '', { attestation }],
      ['POST', '/submission/withdraw', '', { reason: 'x' }],
      ['POST', '/confirm-sent', '', {}],
      ['POST', '/recertification-requests', '', { reason: 'x' }],
      ['GET', `/v1/runs/${runId}`, '/v1/runs/run_absent'],
      ['GET', `/v1/runs/${runId}/findings`, '/v1/runs/run_absent/findings'],
      ['GET', `/v1/runs/${runId}/report`, '/v1/runs/run_absent/report'],
      ['POST', `/v1/runs/${runId}/retry`, '/v1/runs/run_absent/retry', {}],
      ['POST', `/v1/runs/${runId}/cancel`, '/v1/runs/run_absent/cancel', {}],
      ['GET', `/v1/snapshots/${snapshotId}`, '/v1/snapshots/snp_absent'],
      ['GET', `/v1/snapshots/${snapshotId}/verify`, '/v1/snapshots/snp_absent/verify'],
      ['GET', `/v1/organizations/${grandBend}/data`, '/v1/organizations/999999/data'],
    ];
    for (const [method, path, absentPath, body] of addresses) {
      const options = body === undefined ? {} : { body };
      const whole = path.startsWith('/v1/');
      const foreign = await stranger.send(method, whole ? path : at(grand, path), options);
      const absent = await stranger.send(
        method,
        whole ? absentPath : `${certifications}/evt_absent/${grandBend}${path}`,
        options,
      );
      expect(refusalOf(foreign), `${method} ${path}`).toBe('404 NOT_FOUND');
      expect(shape(foreign), `${method} ${path}`).toEqual(shape(absent));
    }
  });

  it('stays out of its worklist and its queue', async () => {
    system.runtime.faults.set([
      { caller: 'run-validation', service: 'sqs', operation: 'ReceiveMessage', action: 'lose' },
    ]);
    const own = await certifier();
    const waiting = textAt(expectStatus(await own.post(at(grand, '/steps/district-validation/runs'), {}), 202), 'id');
    const idsOf = async (person: Person, path: string, member: string) =>
      listAt(expectStatus(await person.get(`${path}?limit=200`), 200), 'items').map((item) => item[member]);
    const stranger = await certifier('bear-creek');
    expect(await idsOf(await approver(), '/v1/runs', 'id')).toEqual([waiting]);
    expect(await idsOf(stranger, '/v1/runs', 'id')).toEqual([]);
    expect(new Set(await idsOf(stranger, certifications, 'organizationId'))).toEqual(new Set([bearCreek]));
    expectStatus(await own.post(`/v1/runs/${waiting}/cancel`, {}), 200);
  });
});

describe('Somebody of the state without membership in the category', () => {
  it('decides nothing and opens no findings', async () => {
    const person = await admin();
    const decision = { type: 'APPROVE', organizationIds: [grandBend], reason: 'x', confirmNotCertified: true };
    expect(refusalOf(await person.post(`${events}/${eventId}/decisions`, decision))).toBe('403 FORBIDDEN');
    const runId = textAt(
      await stepOf(await certifier(), grand, 'district-validation').then((step) => Object(step['run'])),
      'id',
    );
    const answers = [await person.get(`/v1/runs/${runId}`), await person.get(`/v1/runs/${runId}/findings`)];
    expect(answers.map(refusalOf)).toEqual(['403 FORBIDDEN', '403 FORBIDDEN']);
    expect((await participantOf(person, eventId, grandBend))['status']).toBe('IN_PROGRESS');
  });
});

describe('Publishing is refused', () => {
  const publishing = async (changes: object): Promise<string> => {
    const person = await admin();
    const id = textAt(await createOpen(person, changes), 'id');
    const refused = refusalOf(await person.post(`${events}/${id}/publish`, {}));
    const preview = expectStatus(await person.get(`${events}/${id}/publish-preview`), 200);
    expect(preview['refusals']).toContain(refused.replace('409 ', ''));
    expect((await person.get(`${events}/${id}`)).body['status']).toBe('OPEN');
    return refused;
  };

  it.each([
    ['NO_PARTICIPANTS', { participants: [] }],
    ['NO_DATA_LINK', { dataLinks: [] }],
    ['DATES_MISSING', { startDate: null, certificationOpensDate: null, endDate: null, ...noSnapshots }],
    ['END_IN_PAST', { startDate: inDays(-9), certificationOpensDate: inDays(-9), endDate: inDays(-2), ...noSnapshots }],
    ['CATEGORY_MISSING', { categoryId: null }],
    ['LEVEL_MISMATCH', { level: 'SCHOOL' }],
    ['SNAPSHOT_METHOD_MISSING', { snapshotMethod: null, missingSnapshotAt: null }],
    ['SNAPSHOT_TIME_INVALID', { missingSnapshotAt: null }],
  ])('with %s, and the preview says so before', async (code, changes) => {
    expect(await publishing(changes)).toBe(`409 ${code}`);
  });

  it('when nothing has changed since', async () => {
    expect(refusalOf(await (await admin()).post(`${events}/${eventId}/publish`, {}))).toBe('409 NO_CHANGES');
  });

  it('and so is every change while publishing is under way', async () => {
    system.runtime.faults.set([{ machine: 'publish', afterState: 'Plan', action: 'abort' }]);
    const person = await admin();
    const open = await createOpen(person, { name: 'Held up' });
    const id = textAt(open, 'id');
    const { headers } = await person.get(`${events}/${id}`);
    expectStatus(await person.post(`${events}/${id}/publish`, {}), 202);
    await until('the flow to be stopped', async () =>
      (await system.executionsOf(id)).find((one) => one['status'] === 'ABORTED'),
    );
    const ifMatch = { 'if-match': '*' };
    const body = { name: 'Held up', reportingYear: 2022 };
    const answers = [
      await person.post(`${events}/${id}/publish`, {}),
      await person.send('PUT', `${events}/${id}`, { body, headers: ifMatch }),
      await person.send('DELETE', `${events}/${id}`, { headers: ifMatch }),
      await person.post(`${events}/${id}/close`, { comment: 'Enough.', confirm: true }),
    ];
    expect(answers.map(refusalOf)).toEqual(answers.map(() => '409 PUBLISHING'));
    expect(headers.get('etag')).toMatch(/^"\d+"$/);
    expect(refusalOf(await (await certifier()).get(at({ eventId: id, orgId: grandBend })))).toBe('404 NOT_FOUND');
  });
});

describe('A certification event', () => {
  it('is not closed or decided about before it was published', async () => {
    const person = await admin();
    const id = textAt(await createOpen(person), 'id');
    const close = { comment: 'Too early.', confirm: true };
    expect(refusalOf(await person.post(`${events}/${id}/close`, close))).toBe('409 NOT_PUBLISHED');
    const decision = { type: 'APPROVE', organizationIds: [grandBend] };
    expect(refusalOf(await (await approver()).post(`${events}/${id}/decisions`, decision))).toBe('409 NOT_PUBLISHED');
  });

  it('is not deleted once it was published', async () => {
    const person = await admin();
    const headers = { 'if-match': '*' };
    expect(refusalOf(await person.send('DELETE', `${events}/${eventId}`, { headers }))).toBe('409 ALREADY_PUBLISHED');
    const draft = textAt(await createOpen(person), 'id');
    expect(refusalOf(await person.send('DELETE', `${events}/${draft}`, { headers }))).toBe('204');
    expect(refusalOf(await person.get(`${events}/${draft}`))).toBe('404 NOT_FOUND');
  });

  it('is not closed before its end without a confirmation, which is told what would be frozen', async () => {
    const refused = await (await admin()).post(`${events}/${eventId}/close`, { comment: 'Enough.' });
    expect(refusalOf(refused)).toBe('409 CONFIRMATION_REQUIRED');
    expect(refused.body['facts']).toMatchObject({ beforeEnd: true, unfinishedParticipants: 2 });
  });
});

describe('Before, in and after the window', () => {
  const later = async (changes: object): Promise<Work> => ({
    eventId: await publishNew(await admin(), { ...noSnapshots, ...changes }),
    orgId: grandBend,
  });
  const submitted = async (work: Work) => refusalOf(await submit(await certifier(), work));
  /** Midnight at which this day begins in Denver; in late November and December that is 7 in the morning, UTC. */
  const midnight = (date: string): number => {
    const guess = Date.parse(`${date}T07:00:00Z`);
    const hour = Number(new Date(guess).toLocaleString('en-GB', { timeZone: 'America/Denver', hour: '2-digit' }));
    return guess - hour * 3_600_000;
  };

  it('paused comes before not open, and not open before everything the steps would say', async () => {
    const opens = { certificationOpensDate: inDays(3, system.now()) };
    const paused = await later({ ...opens, active: false });
    expect(await submitted(paused)).toBe('409 EVENT_PAUSED');
    expect(await submitted(await later(opens))).toBe('409 WINDOW_NOT_OPEN');
    const future = await later({ startDate: inDays(1, system.now()), ...opens });
    const run = await (await certifier()).post(at(future, '/steps/district-validation/runs'), {});
    expect(refusalOf(run)).toBe('409 NOT_STARTED_YET');
  });

  it('submitting begins at midnight of the opening day and ends after midnight of the last day, in Denver', async () => {
    const [opens, end] = [inDays(3, system.now()), inDays(5, system.now())];
    const work = await later({ certificationOpensDate: opens, endDate: end });
    await system.moveTo(midnight(opens) - 60_000);
    expect(await submitted(work)).toBe('409 WINDOW_NOT_OPEN');
    await system.moveTo(midnight(opens));
    expect(await submitted(work)).toBe('409 STEPS_INCOMPLETE');
    expectStatus(await start(await certifier(), work), 200);
    await system.moveTo(midnight(end) + day - 60_000);
    expect(await submitted(work)).toBe('409 STEPS_INCOMPLETE');
    await system.moveTo(midnight(end) + day);
    expect(await submitted(work)).toBe('409 PAST_DUE');
    expect(refusalOf(await start(await certifier(), work))).toBe('409 PAST_DUE');
    expect(await wizard(await certifier(), work)).toMatchObject({ userStatusLabel: 'Incomplete - Overdue' });
    const approved = await decideOne(await approver(), work.eventId, grandBend, {
      type: 'APPROVE',
      confirmNotCertified: true,
      reason: 'The district is closed for the winter.',
    });
    expect(approved).toMatchObject({ outcome: 'APPLIED' });
  });
});

describe('Once it is closed', () => {
  const rowOf = async (query: string): Promise<Json | undefined> => {
    const rows = listAt(
      expectStatus(await (await certifier()).get(`${certifications}?limit=200${query}`), 200),
      'items',
    );
    return rows.find((row) => row['eventId'] === eventId);
  };
  const commands = (person: Person): Promise<readonly Answer[]> =>
    Promise.all([
      start(person, grand),
      person.post(at(grand, '/steps/district-validation/runs'), {}),
      complete(person, grand, 'district-validation'),
      person.post(at(grand, '/snapshot'), {}),
      person.post(at(grand, '/submit'), { attestation: { name: 'Cora', accepted: false } }),
      person.post(at(grand, '/submission/withdraw'), { reason: 'x' }),
      person.post(at(grand, '/recertification-requests'), { reason: 'x' }),
    ]);

  it('every command is refused for that, before anything the steps or values would say', async () => {
    const person = await admin();
    expectStatus(
      await person.post(`${events}/${eventId}/close`, { comment: 'The season is over.', confirm: true }),
      200,
    );
    const answers = await commands(await certifier());
    expect(answers.map(refusalOf)).toEqual(answers.map(() => '409 EVENT_CLOSED'));
    const decision = { type: 'APPROVE', organizationIds: [grandBend], confirmNotCertified: true, reason: 'x' };
    expect(refusalOf(await (await approver()).post(`${events}/${eventId}/decisions`, decision))).toBe(
      '409 EVENT_CLOSED',
    );
    expect(refusalOf(await person.post(`${events}/${eventId}/close`, { comment: 'Again.' }))).toBe('409 EVENT_CLOSED');
    expect(refusalOf(await person.post(`${events}/${eventId}/publish`, {}))).toBe('409 EVENT_CLOSED');
  });

  it('what may not be seen or done is refused first', async () => {
    const attestation = { name: 'Rhea', accepted: true };
    expect(refusalOf(await (await reviewer()).post(at(grand, '/submit'), { attestation }))).toBe('403 FORBIDDEN');
    expect(refusalOf(await submit(await certifier('bear-creek'), grand))).toBe('404 NOT_FOUND');
  });

  it('it leaves the worklist for the archive, where it can still be read', async () => {
    expect(await rowOf('')).toBeUndefined();
    expect(await rowOf('&archived=true')).toMatchObject({ action: 'VIEW', permittedCommands: [] });
    expect(await wizard(await certifier(), grand)).toMatchObject({ eventId, permittedCommands: [] });
  });
});
