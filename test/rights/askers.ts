import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { createSignInDirectory } from '../../shared/adapters/cognito/sign-in-directory.ts';
import { tools } from '../../shared/domain/user/state.ts';
import { userId } from '../../shared/kernel/ids.ts';
import type { TestSystem } from '../harness/system.ts';
import type { Person } from '../story/client.ts';
import { expectStatus } from '../story/read.ts';
import type { Known } from './facts.ts';

/** Somebody who asks everything. What decides about him is null where the system does not know him, or he does not say who he is. */
export interface Asker {
  readonly name: string;
  readonly person: Person;
  readonly known: Known | null;
  /** What he hears whatever he asks; null where it depends. */
  readonly always: string | null;
}

const schools = z.union([z.literal('ALL'), z.array(z.string())]);
const knownSchema: z.ZodType<Known> = z.object({
  userId: z.string(),
  side: z.enum(['STATE', 'LOCAL']),
  organizationId: z.string(),
  schools,
  districtAdmin: z.boolean(),
  active: z.boolean(),
  rights: z.record(z.enum(tools), z.string()),
  memberships: z.array(z.object({ categoryId: z.string(), role: z.enum(['APPROVER', 'REVIEWER', 'CERTIFIER']) })),
});

const names = [
  'state-admin',
  'state-approver',
  'state-reviewer',
  'discipline-approver',
  'bear-creek-certifier',
  'bear-creek-reviewer',
  'bear-creek-admin',
  'bear-creek-school-certifier',
  'bear-creek-discipline',
  'grand-bend-certifier',
  'grand-bend-reviewer',
  'grand-bend-admin',
];

const environment = z.object({
  USER_POOL_ID: z.string(),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: z.string(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
});

/** Somebody with an account to sign in by and no place among our people: the claim is good, and nobody is behind it. */
const stranger = async (system: TestSystem): Promise<Person> => {
  const given = environment.parse(system.runtime.environment);
  const client = new CognitoIdentityProviderClient({
    endpoint: given.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER,
    region: given.AWS_REGION,
    credentials: { accessKeyId: given.AWS_ACCESS_KEY_ID, secretAccessKey: given.AWS_SECRET_ACCESS_KEY },
  });
  const directory = createSignInDirectory({ client, userPoolId: given.USER_POOL_ID });
  await directory.enable({ userId: userId('stranger'), email: 'stranger@example.org', name: 'Stranger' });
  return system.as('stranger');
};

const withoutToken = (person: Person): Person => {
  const send: Person['send'] = (method, path, options = {}) =>
    person.send(method, path, { ...options, headers: { ...options.headers, authorization: '' } });
  return { ...person, name: 'nobody', send };
};

/** Representative people, the facts about each as the API itself tells them. */
export const askersOf = async (system: TestSystem, leaver: Person): Promise<readonly Asker[]> => {
  const admin = await system.as('state-admin');
  const known = async (name: string): Promise<Known> =>
    knownSchema.parse(expectStatus(await admin.get(`/v1/users/${name}`), 200));
  const asker = async (name: string): Promise<Asker> => ({
    name,
    person: await system.as(name),
    known: await known(name),
    always: null,
  });
  return [
    ...(await Promise.all(names.map(asker))),
    { name: 'bear-creek-leaver', person: leaver, known: await known('bear-creek-leaver'), always: '403 FORBIDDEN' },
    { name: 'stranger', person: await stranger(system), known: null, always: '403 FORBIDDEN' },
    { name: 'nobody', person: withoutToken(admin), known: null, always: '401' },
  ];
};
