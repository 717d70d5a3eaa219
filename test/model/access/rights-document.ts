import { access } from '../../../shared/domain/access/access.ts';
import type { Grant, Standing } from '../../../shared/domain/access/grant.ts';
import { permittedOnCertification, permittedOnParticipant } from '../../../shared/domain/access/permitted.ts';
import { type Operation, policy } from '../../../shared/domain/access/policy.ts';
import type { Resource } from '../../../shared/domain/access/resource.ts';
import type { User } from '../../../shared/domain/user/state.ts';
import { aJourney, type Journey } from '../../builders/journey.ts';
import { aParticipant } from '../../builders/participant.ts';
import {
  aCertifier,
  anApprover,
  aReviewer,
  aStateReviewer,
  bearCreek,
  grandBend,
  person,
} from '../../builders/people.ts';
import { people } from './rights-people.ts';

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const standings: Readonly<Record<Standing, string>> = {
  STATE_MEMBER: 'member of the category',
  STATE_APPROVER: 'approver of the category',
  STATE_RUN: "member of the category, the state's own runs only",
  LOCAL_MEMBER: 'certifier or reviewer of the participant',
  LOCAL_CERTIFIER: 'certifier of the participant',
  MEMBER_MANAGER: "keeps the district's members",
  DISTRICT_ADMIN: 'looks after the people of the district',
};

const lettersText = (letters: string): string => (letters === 'ANY' ? 'any of RWAD' : letters);

const grantText = ({ rights, standing }: Grant): string => {
  const tools = Object.entries(rights).map(([tool, letters]) => `${tool} ${lettersText(letters)}`);
  const needed = [...tools, ...(standing === null ? [] : [standings[standing]])];
  return needed.length === 0 ? 'everybody' : needed.join(', ');
};

const grantsOf = (operation: Operation, side: User['side']): string => {
  const grants: readonly Grant[] = policy[operation];
  const own = grants.filter((grant) => grant.side === side).map(grantText);
  return own.length === 0 ? 'nobody' : own.join('; or ');
};

const operations = Object.keys(policy).filter((name): name is Operation => name in policy);

const policyTable = table(
  ['operation', "the state's staff", 'districts and schools'],
  operations.map((operation) => [`\`${operation}\``, grantsOf(operation, 'STATE'), grantsOf(operation, 'LOCAL')]),
);

const answers = { ALLOWED: 'yes', FORBIDDEN: '403', NOT_FOUND: '404' } as const;

const participantOf = (district: typeof bearCreek, changes: object = {}): Resource => ({
  kind: 'PARTICIPANT',
  certificationEvent: aJourney().certificationEvent,
  participant: { ...aParticipant(), organizationId: district, districtId: district, ...changes },
});

const asksForMore = (operation: Operation): boolean => {
  const grants: readonly Grant[] = policy[operation];
  return grants.some(({ standing }) => standing !== null);
};

const aboutParticipants = operations.filter(asksForMore);

const personTable = table(
  ['operation', ...people.map(({ name }) => name)],
  aboutParticipants.map((operation) => [
    `\`${operation}\``,
    ...people.map(({ user }) => answers[access(person(user), operation, participantOf(bearCreek))]),
  ]),
);

const school = (district: typeof bearCreek, number: string): object => ({
  organizationId: `${district}${number}`,
  districtId: district,
  level: 'SCHOOL',
});

const places: readonly (readonly [string, Resource])[] = [
  ['own district', participantOf(bearCreek)],
  ['another district', participantOf(grandBend)],
  ['own school 001', participantOf(bearCreek, school(bearCreek, '001'))],
  ['school 002 of the district', participantOf(bearCreek, school(bearCreek, '002'))],
  ['school of another district', participantOf(grandBend, school(grandBend, '001'))],
  ['own district, withdrawn', participantOf(bearCreek, { status: 'WITHDRAWN' })],
];

const placeTable = table(
  ['person', ...places.map(([name]) => name)],
  people.map(({ name, user }) => [
    name,
    ...places.map(
      ([, resource]) =>
        answers[access(person(user), user.side === 'STATE' ? 'getParticipant' : 'getCertification', resource)],
    ),
  ]),
);

const actors: readonly User[] = [
  aCertifier('ana'),
  aReviewer('rita'),
  anApprover('state-approver'),
  aStateReviewer('stan'),
];
const initials = ['C', 'R', 'A', 'S'];

const offered = (journey: Journey, user: User): readonly string[] => {
  const context = journey.context(person(user));
  const facts = { hasGroups: true, viewed: () => true };
  return [
    ...permittedOnCertification(journey.participant, facts, context),
    ...permittedOnParticipant(journey.participant, context),
  ];
};

const commandTable = (situations: readonly (readonly [string, Journey])[]): string => {
  const offers = situations.map(([, journey]) => actors.map((user) => offered(journey, user)));
  const commands = [...new Set(offers.flat(2))].toSorted();
  return table(
    ['command', ...situations.map(([name]) => name)],
    commands.map((command) => [
      `\`${command}\``,
      ...offers.map((lists) => initials.filter((_, index) => lists[index]?.includes(command)).join(' ') || '-'),
    ]),
  );
};

const sent = (): Journey => aJourney().certifies('ana');

const statusTable = commandTable([
  ['IN_PROGRESS', aJourney().starts('ana').worksThrough('ana')],
  ['SENT', sent()],
  ['APPROVED', sent().approves()],
  ['RECERT_REQUESTED', sent().requestsRecertification('ana')],
  ['RECERT_IN_PROGRESS', sent().sendsBack()],
  ['WITHDRAWN', aJourney({ participant: { status: 'WITHDRAWN' } })],
  ['closed', aJourney().closed()],
]);

const windowTable = commandTable([
  ['before the start', aJourney({ on: '2026-04-20' })],
  ['review', aJourney({ on: '2026-05-02' })],
  ['open', aJourney().starts('ana').worksThrough('ana')],
  ['past due', aJourney().starts('ana').worksThrough('ana').on('2026-05-30')],
  ['paused', aJourney().starts('ana').worksThrough('ana').outline({ active: false })],
]);

/** The rights of the whole product as tables for people, drawn from the policy and the decisions that enforce it. */
export const rightsDocument = (): string => `# Rights matrix

Made from \`shared/domain/access\` and \`shared/domain/participant\` by \`test/model/access/rights-document.ts\`; a test fails when it
is stale. Remake it with \`npx vitest run --project model test/model/access/rights-document -u\`.

## What each operation needs

Letters of a tool right, and what somebody must be besides. Save & Publish of one that is published already needs W as well as A. A
person whose account is not active may do nothing. Who lacks the right to what he can see gets 403; what he cannot see does not exist
for him: 404.

${policyTable}

## Representative people and one participant

Bear Creek, in progress, at district level; for people of the state and of the district. Only operations that ask for more than a tool
right are shown.

${personTable}

## Tenancy and level

Who finds the participant at all (the state: \`getParticipant\`; locally: \`getCertification\`).

${placeTable}

## Commands by status of the participant

With the window open. C: a certifier of the participant, R: its reviewer, A: the state's approver, S: the state's reviewer.

${statusTable}

## Commands by time, for a participant in progress

${windowTable}
`;
