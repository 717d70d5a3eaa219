import type { Operation } from '../../shared/domain/access/policy.ts';
import type { Json, Person } from '../story/client.ts';
import { expectStatus, listAt, refusalOf, textAt } from '../story/read.ts';
import type { Asker } from './askers.ts';
import { type Thing, verdictOn } from './facts.ts';
import { categoryThing, certificationThing, organizationThing, theAgency, userThing } from './things.ts';

/** A list, what its rows are about, and which operation opens one of them. */
interface Listing {
  readonly path: string;
  readonly lists: Operation;
  readonly opens: Operation;
  readonly all: readonly Thing[];
  readonly nameOf: (row: Json) => string;
}

const rowsOf = async (person: Person, path: string): Promise<readonly Json[]> =>
  listAt(expectStatus(await person.get(`${path}?limit=200`), 200), 'items');

const textOrNull = (row: Json, name: string): string | null => (row[name] === null ? null : textAt(row, name));

const levelOf = (row: Json): 'DISTRICT' | 'SCHOOL' => (textAt(row, 'level') === 'SCHOOL' ? 'SCHOOL' : 'DISTRICT');

const certificationsIn = async (admin: Person, events: readonly Json[]): Promise<readonly Thing[]> => {
  const published = events.filter((event) => event['status'] === 'PUBLISHED');
  const lists = await Promise.all(
    published.map(async (event) => {
      const id = textAt(event, 'id');
      const rows = await rowsOf(admin, `/v1/certification-events/${id}/participants`);
      return rows.map((row) =>
        certificationThing(id, {
          categoryId: textAt(event, 'categoryId'),
          level: levelOf(event),
          organizationId: textAt(row, 'organizationId'),
          districtId: textAt(row, 'districtId'),
        }),
      );
    }),
  );
  return lists.flat();
};

const schoolsIn = (row: Json): readonly string[] | 'ALL' => {
  const { schools } = row;
  return Array.isArray(schools) ? schools.map(String) : 'ALL';
};

/** Everything that there is, as the state's administrator sees it, and how each list names its rows. */
export const listingsOf = async (admin: Person): Promise<readonly Listing[]> => {
  const [organizations, users, categories, events] = await Promise.all(
    ['organizations', 'users', 'categories', 'certification-events'].map((list) => rowsOf(admin, `/v1/${list}`)),
  );
  const id = (row: Json): string => textAt(row, 'id');
  return [
    {
      path: '/v1/organizations',
      lists: 'listOrganizations',
      opens: 'getOrganization',
      all: (organizations ?? []).map((row) =>
        organizationThing(id(row), textAt(row, 'type'), textOrNull(row, 'parentOrganizationId')),
      ),
      nameOf: id,
    },
    {
      path: '/v1/users',
      lists: 'listUsers',
      opens: 'getUser',
      all: (users ?? []).map((row) =>
        userThing(id(row), textAt(row, 'side'), textAt(row, 'organizationId'), schoolsIn(row)),
      ),
      nameOf: id,
    },
    {
      path: '/v1/categories',
      lists: 'listCategories',
      opens: 'getCategory',
      all: (categories ?? []).map((row) => categoryThing(id(row), id(row), row['published'] === true)),
      nameOf: id,
    },
    {
      path: '/v1/certifications',
      lists: 'listCertifications',
      opens: 'getCertification',
      all: await certificationsIn(admin, events ?? []),
      nameOf: (row) => `${textAt(row, 'eventId')}/${textAt(row, 'organizationId')}`,
    },
  ];
};

/** What a person finds in a list, beside what he may open one by one. */
export const listedTo = async ({ person, known }: Asker, { path, lists, opens, all, nameOf }: Listing) => {
  const may = (operation: Operation, thing: Thing) =>
    known !== null && verdictOn(operation, known, thing) === 'ALLOWED';
  const mayOpen = all.filter((thing) => may(opens, thing));
  const mayList = mayOpen.length > 0 || may(lists, theAgency);
  const answer = await person.get(`${path}?limit=200`);
  const found = answer.status === 200 ? listAt(answer.body, 'items').map(nameOf).toSorted() : refusalOf(answer);
  return { found, expected: mayList ? mayOpen.map(({ name }) => name).toSorted() : '403 FORBIDDEN' };
};
