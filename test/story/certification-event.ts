import type { Json, Person } from './client.ts';
import { expectStatus, listAt, textAt } from './read.ts';
import { until } from './until.ts';

export const bearCreek = '255903';
export const grandBend = '255901';

/** A calendar date some days from now, as the agency's calendar shows it. */
export const inDays = (days: number, now = Date.now()): string =>
  new Date(now + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'America/Denver' });

const idOf = (items: readonly Json[], name: string): string => {
  const found = items.find((item) => item['name'] === name);
  if (found === undefined) throw new Error(`nothing is called ${name}`);
  return textAt(found, 'id');
};

/** A definition that can be published: both districts, the seeded category and group, open for two weeks from today. */
export const definition = async (admin: Person, changes: object = {}): Promise<Json> => {
  const categories = listAt(expectStatus(await admin.get('/v1/categories'), 200), 'items');
  const groups = listAt(expectStatus(await admin.get('/v1/validation-groups'), 200), 'items');
  return {
    name: 'Student Tardiness',
    reportingYear: 2022,
    startDate: inDays(0),
    certificationOpensDate: inDays(0),
    endDate: inDays(14),
    description: 'Tardiness of the school year 2021-22.',
    level: 'DISTRICT',
    categoryId: idOf(categories, 'Attendance'),
    dataLinks: [{ type: 'VALIDATION_GROUP', groupId: idOf(groups, 'Attendance and Enrollment') }],
    participants: [bearCreek, grandBend],
    snapshotMethod: 'ON_CERT_START',
    missingSnapshotAt: new Date(Date.now() + 12 * 86_400_000).toISOString(),
    ...changes,
  };
};

export const createOpen = async (admin: Person, changes: object = {}): Promise<Json> =>
  expectStatus(await admin.post('/v1/certification-events', await definition(admin, changes)), 201);

export const published = (admin: Person, eventId: string): Promise<Json> =>
  until(`publishing ${eventId}`, async () => {
    const answer = expectStatus(await admin.get(`/v1/certification-events/${eventId}`), 200);
    return answer['status'] === 'PUBLISHED' ? answer : undefined;
  });

/** Creates, publishes and waits until participants see it. */
export const publishNew = async (admin: Person, changes: object = {}): Promise<string> => {
  const eventId = textAt(await createOpen(admin, changes), 'id');
  expectStatus(await admin.post(`/v1/certification-events/${eventId}/publish`, {}), 202);
  await published(admin, eventId);
  return eventId;
};

/** Decides about one participant and answers its row. */
export const decideOne = async (approver: Person, eventId: string, orgId: string, decision: object): Promise<Json> => {
  const body = { organizationIds: [orgId], ...decision };
  const answer = expectStatus(await approver.post(`/v1/certification-events/${eventId}/decisions`, body), 200);
  const [row] = listAt(answer, 'results');
  if (row === undefined) throw new Error('a decision without a result');
  return row;
};

export const participantOf = async (state: Person, eventId: string, orgId: string): Promise<Json> =>
  expectStatus(await state.get(`/v1/certification-events/${eventId}/participants/${orgId}`), 200);
