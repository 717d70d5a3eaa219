import { beforeAll, describe, expect, it } from 'vitest';
import { useSystem } from '../harness/system.ts';
import { chanceFrom } from '../model/play/chance.ts';
import { ifMatch } from '../simulation/linear/history.ts';
import { isLinearizable, type Register } from '../simulation/linear/linearizable.ts';
import { type Desk, takePart } from '../simulation/linear/take-part.ts';
import { grandBend, inDays, publishNew } from '../story/certification-event.ts';
import type { Answer, Json, Person } from '../story/client.ts';
import { expectStatus, listAt, textAt } from '../story/read.ts';

const system = useSystem();
const people = 3;
const turnsEach = 3;
let admin: Person;
let eventId = '';

beforeAll(async () => {
  admin = await system.as('state-admin');
  eventId = await publishNew(admin, { name: 'Written at once', snapshotMethod: 'NONE', missingSnapshotAt: null });
}, 120_000);

/** One thing that several people read and write at once, by whatever its address calls it. */
interface Subject {
  readonly read: () => Promise<Answer>;
  readonly write: (name: string, headers: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly nameIn: (body: Json) => string;
  /** As many names as are wanted, other ones from one history to the next. */
  readonly names: (history: number) => readonly string[];
}

const versionIn = ({ headers }: Answer): number | null => {
  const [digits] = /\d+/.exec(headers.get('etag') ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
};

const registerIn = (answer: Answer, nameIn: Subject['nameIn']): Register => {
  const version = versionIn(answer);
  if (version === null) throw new Error('what was read has no version');
  return { name: nameIn(expectStatus(answer, 200)), version };
};

const deskAt = ({ read, write, nameIn }: Subject): Desk => ({
  moment: () => performance.now(),
  read: async () => registerIn(await read(), nameIn),
  write: async (_requestId, name, expected) => {
    const answer = await write(name, { 'if-match': ifMatch(expected) });
    // Such an answer leaves open whether it was done.
    return answer.status >= 500 ? undefined : { status: answer.status, version: versionIn(answer) };
  },
});

const count = people * turnsEach;
const numbered = (from: number): readonly number[] => Array.from({ length: count }, (_, index) => from + index);

/** The agency's short name. */
const settings = async (): Promise<Subject> => {
  const path = '/v1/settings';
  const { name, timeZone, warningPolicy } = expectStatus(await admin.get(path), 200);
  return {
    read: () => admin.get(path),
    write: (shortName, headers) =>
      admin.send('PUT', path, { body: { name, shortName, timeZone, warningPolicy }, headers }),
    nameIn: (body) => textAt(body, 'shortName'),
    names: (history) => numbered(history * count).map((number) => `Name ${number}`),
  };
};

/** The due date of one certifier, which is a part of his participant. */
const dueDate = async (): Promise<Subject> => {
  const path = `/v1/certification-events/${eventId}/participants/${grandBend}`;
  const certifier = 'grand-bend-certifier';
  return {
    read: () => admin.get(path),
    write: (day, headers) =>
      admin.send('PUT', `${path}/due-date-overrides/${certifier}`, {
        body: { dueDate: day, reason: 'storm' },
        headers,
      }),
    nameIn: (body) => {
      const moved = listAt(body, 'certifiers').find((one) => one['userId'] === certifier)?.['dueDateOverride'];
      return typeof moved === 'string' ? moved : '';
    },
    // Two histories after one another never give the same day, which would be no change.
    names: (history) => numbered(40 + (history % 2) * count).map((days) => inDays(days, system.now())),
  };
};

describe('What several people write at once over HTTP', () => {
  it.each([
    ['the settings', 40, 'api-directory', settings],
    ['a due date of a participant', 10, 'api-events', dueDate],
  ] as const)('%s: each of %i histories is explained by one order', async (_what, histories, caller, subjectOf) => {
    const subject = await subjectOf();
    const desk = deskAt(subject);
    const unexplained: number[] = [];
    let written = 0;
    for (let history = 0; history < histories; history += 1) {
      const chance = chanceFrom(history + 1);
      const fault = { caller, service: 'dynamodb', operation: 'TransactWriteItems' } as const;
      // In every other one a reply is lost, and a function dies when it has written.
      if (history % 2 === 1)
        system.runtime.faults.set([
          { ...fault, nth: 2, action: 'drop-reply' },
          { ...fault, nth: 4, action: 'crash-after' },
        ]);
      const start = registerIn(await subject.read(), subject.nameIn);
      const names = subject.names(history);
      const parts = Array.from({ length: people }, (_, person) =>
        takePart(desk, chance, names.slice(person * turnsEach, (person + 1) * turnsEach), start),
      );
      const recorded = (await Promise.all(parts)).flat();
      system.runtime.faults.clear();
      written += recorded.filter(({ operation }) => operation.kind === 'WRITTEN').length;
      if (!isLinearizable(recorded, start)) unexplained.push(history);
    }
    expect(unexplained).toEqual([]);
    expect(written).toBeGreaterThan(histories);
  });
});
