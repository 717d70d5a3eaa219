import { setTimeout as pause } from 'node:timers/promises';
import { categoryId } from '../../shared/kernel/ids.ts';
import { createOpen } from '../../test/story/certification-event.ts';
import { type Person, signIn } from '../../test/story/client.ts';
import { expectStatus, listAt, textAt } from '../../test/story/read.ts';
import { until } from '../../test/story/until.ts';
import { type Figure, percentiles, seconds } from '../figure.ts';
import { operatorOf, putDirectly } from '../publish/put-directly.ts';
import { timed } from '../rounds.ts';
import { quantile } from '../statistics.ts';
import type { Suite } from '../suite.ts';
import type { System } from '../system/running.ts';
import { Met, watching } from './clients.ts';
import { boardOf, deadlineHour, mustBeSent, publishFor } from './deadline-hour.ts';
import { memoryOf } from './memory.ts';
import { type Certifier, certifiersAt, putCertifiers } from './people.ts';
import { putSchools } from './schools.ts';
import { mustBeSound } from './sound.ts';

const watchers = 50;
const everyMillis = 5_000;
const mostMillisOfTheBoard = 300;
const mostSecondsToPublish = 300;
const mostGrowth = 1.05;
const millisToSettle = 3 * everyMillis;

const categoryNamed = async (admin: Person, name: string): Promise<string> => {
  const categories = listAt(expectStatus(await admin.get('/v1/categories'), 200), 'items');
  return textAt(categories.find((one) => one['name'] === name) ?? {}, 'id');
};

/** Half of them are of the state and watch who has sent; the others are certifiers and look at their own list. */
const lookersAt = (met: Met, state: readonly Person[], certifiers: readonly Certifier[], eventId: string) =>
  Array.from({ length: watchers }, (_, index) => {
    const ofState = state[index % state.length];
    const { person } = certifiers[index % certifiers.length] ?? {};
    return async () => {
      if (index % 2 === 0 && ofState) await met.ask('board', () => ofState.get(`${boardOf(eventId)}?limit=50`));
      else if (person) await met.ask('worklist', () => person.get('/v1/certifications'));
    };
  });

const mustHaveNoErrors = ({ errors }: Met): void => {
  if (errors.length > 0) throw new Error(`${errors.length} requests failed: ${errors.slice(0, 5).join('; ')}`);
};

const told = ['board', 'worklist', 'start', 'complete a step', 'submit'];

const answersOf = (met: Met, when: string): readonly Figure[] => [
  ...told
    .filter((one) => met.of(one).length > 0)
    .flatMap((one) => percentiles(`${one} ${when}`, met.of(one)).filter(({ name }) => !name.endsWith('p99'))),
  { name: `errors ${when}`, value: met.errors.length, unit: 'requests' },
];

/** Until the functions that look are there: a start is measured elsewhere. */
const warm = async (lookers: (met: Met) => readonly (() => Promise<void>)[]): Promise<void> => {
  const met = new Met();
  await Promise.all(lookers(met).map((look) => look()));
  mustHaveNoErrors(met);
};

/** The last hour before a due date, as fast as it goes, while the state and fifty districts keep looking at their lists. */
const hour = async (
  { pid }: System,
  admin: Person,
  certifiers: readonly Certifier[],
  eventId: string,
  lookers: (met: Met) => readonly (() => Promise<void>)[],
): Promise<readonly Figure[]> => {
  await warm(lookers);
  const met = new Met();
  const before = await memoryOf(pid);
  const looking = watching(lookers(met), everyMillis);
  const took = await deadlineHour(met, certifiers, eventId);
  await looking.stop();
  mustHaveNoErrors(met);
  await mustBeSent(admin, eventId, certifiers.length);
  return [
    seconds(`${certifiers.length} districts certify and submit`, [took]),
    { name: 'a submission, all in all', value: took / certifiers.length, unit: 'ms' },
    { name: 'a request in the hour, all in all', value: took / met.requests, unit: 'ms' },
    ...answersOf(met, 'in the hour'),
    { name: 'memory of all processes before the hour', value: before, unit: 'MB' },
    { name: 'memory of all processes after the hour', value: await memoryOf(pid), unit: 'MB' },
  ];
};

/** What goes on looking does not go on growing. */
const soak = async (
  { pid }: System,
  soakSeconds: number,
  lookers: (met: Met) => readonly (() => Promise<void>)[],
): Promise<readonly Figure[]> => {
  const met = new Met();
  const looking = watching(lookers(met), everyMillis);
  await pause(Math.min(millisToSettle, (soakSeconds * 1_000) / 2));
  const begun = await memoryOf(pid);
  await pause(soakSeconds * 1_000);
  const ended = await memoryOf(pid);
  await looking.stop();
  mustHaveNoErrors(met);
  const p99 = {
    name: 'board of all districts in the soak, p99',
    value: quantile(met.of('board'), 0.99),
    unit: 'ms',
  } as const;
  const growth = {
    name: `memory after ${soakSeconds} s of looking / before`,
    value: ended / begun,
    unit: 'x',
  } as const;
  return [
    ...answersOf(met, 'in the soak'),
    { ...p99, aim: { id: 'L1', atMost: mostMillisOfTheBoard } },
    { ...growth, aim: { id: 'L3', atMost: mostGrowth } },
  ];
};

/** Publishes for all schools of the state. */
const publishSchools = async (system: System, admin: Person, schools: number): Promise<readonly Figure[]> => {
  await putSchools(operatorOf(system), schools);
  const category = await categoryNamed(admin, 'School Attendance');
  const changes = { name: 'Every School', level: 'SCHOOL', categoryId: category, participants: { all: true } };
  const links = [{ type: 'EXTERNAL_URL', label: 'What to look at', url: 'https://www.example.gov/schools' }];
  const snapshots = { snapshotMethod: 'NONE', missingSnapshotAt: null };
  const made = await createOpen(admin, { ...changes, ...snapshots, dataLinks: links });
  const path = `/v1/certification-events/${textAt(made, 'id')}`;
  let count = 0;
  const took = await timed(async () => {
    expectStatus(await admin.post(`${path}/publish`, {}), 202);
    const ask = async () => {
      const now = expectStatus(await admin.get(path), 200);
      return now['status'] === 'PUBLISHED' ? now : undefined;
    };
    count = Number((await until('publishing for every school', ask, 3 * mostSecondsToPublish))['participantCount']);
  });
  if (!(count >= schools)) throw new Error(`${count} participants were published`);
  return [{ ...seconds(`published for ${count} schools`, [took]), aim: { id: 'L2', atMost: mostSecondsToPublish } }];
};

/** What a state asks of the system on its worst day. Wrong is any refusal, any loss, and whatever `npm run verify` finds after. */
export const loadSuite: Suite = {
  name: 'load',
  async run({ system, size, say }) {
    const { districts, schools, soakSeconds } = size.load;
    const running = await system();
    await putDirectly(running);
    const admin = await signIn(running.origin, 'state-admin');
    const attendance = await categoryNamed(admin, 'Attendance');
    await putCertifiers(operatorOf(running), districts, categoryId(attendance));
    const certifiers = await certifiersAt(running.origin, districts);
    const eventId = await publishFor(admin, certifiers);
    const state = [
      admin,
      await signIn(running.origin, 'state-approver'),
      await signIn(running.origin, 'state-reviewer'),
    ];
    const lookers = (met: Met) => lookersAt(met, state, certifiers, eventId);
    say(`${districts} districts are there to certify`);
    const figures = [
      ...(await hour(running, admin, certifiers, eventId, lookers)),
      ...(await soak(running, soakSeconds, lookers)),
      ...(await publishSchools(running, admin, schools)),
    ];
    mustBeSound(running);
    return figures;
  },
};
