import { parseArgs } from 'node:util';
import type { Agency } from '../../shared/domain/agency/state.ts';
import { type Tool, tools, type User } from '../../shared/domain/user/state.ts';
import { isTimeZone } from '../../shared/kernel/calendar-date.ts';
import { idPattern, organizationId, userId } from '../../shared/kernel/ids.ts';
import { uncounted } from '../../shared/wiring/meter.ts';
import { tablePorts } from '../../shared/wiring/table.ts';
import { putPerson } from './seed/people.ts';
import { first, put, seedCaller } from './seed/place.ts';

/**
 * Makes the agency and its first administrator in an empty deployment, once:
 * `TABLE_NAME=... npm run bootstrap -- --agency NAME --short-name MT --time-zone America/Denver --user-id ID --email ADDRESS --first-name A --last-name B`.
 * The relay then invites that person to sign in. A second call changes nothing and says so.
 */
const text = { type: 'string' } as const;
const options = {
  agency: text,
  'short-name': text,
  'time-zone': text,
  'user-id': text,
  email: text,
  'first-name': text,
  'last-name': text,
};

const { values } = parseArgs({ options });

const given = (name: keyof typeof options): string => {
  const value = values[name]?.trim();
  if (value) return value;
  throw new Error(`--${name} is needed`);
};

const agencyFrom = (): Agency => {
  const timeZone = given('time-zone');
  if (!isTimeZone(timeZone)) throw new Error('--time-zone must be an IANA zone such as America/Denver');
  return { name: given('agency'), shortName: given('short-name'), timeZone, warningPolicy: 'NONE' };
};

const everything: Readonly<Partial<Record<Tool, string>>> = Object.fromEntries(tools.map((tool) => [tool, 'RWAD']));

const administratorOf = (agency: Agency): User => {
  const id = given('user-id');
  if (!idPattern.test(id)) throw new Error('--user-id takes letters, digits, - and _ only');
  return {
    id: userId(id),
    firstName: given('first-name'),
    lastName: given('last-name'),
    email: given('email'),
    side: 'STATE',
    organizationId: organizationId(agency.shortName),
    schools: 'ALL',
    districtAdmin: false,
    staffStateId: null,
    active: true,
    rights: everything,
    memberships: [],
  };
};

const agency = agencyFrom();
const administrator = administratorOf(agency);
const ports = tablePorts(uncounted);
if (await ports.store.load('agency', 'AGENCY')) {
  process.stdout.write('This deployment has its agency already; nothing was changed.\n');
} else {
  const seed = { ports, caller: seedCaller(agency, ports.clock.now()) };
  const id = organizationId(agency.shortName);
  await put(seed, 'agency', {
    transitions: [
      first('agency', 'AGENCY', agency),
      first('organization', id, {
        id,
        type: 'STATE',
        name: agency.name,
        number: agency.shortName,
        parentOrganizationId: null,
      }),
    ],
  });
  await putPerson(seed, administrator, []);
  process.stdout.write(`${agency.name} is set up; ${administrator.id} will be invited by mail.\n`);
}
