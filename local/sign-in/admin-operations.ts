import * as z from 'zod';
import type { PoolDefinition } from './pool-definition.ts';
import type { PoolUser, Users } from './users.ts';

/** An error of the Cognito API, by its code there. */
export class Refusal extends Error {
  override readonly name: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = code;
  }
}

const attributes = z.array(z.object({ Name: z.string(), Value: z.string().default('') }));
const inPool = z.object({ UserPoolId: z.string() });
const oneUser = inPool.extend({ Username: z.string().regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u) });
const newUser = oneUser.extend({ UserAttributes: attributes.default([]) });
const listing = inPool.extend({
  Limit: z.number().int().min(1).max(60).default(60),
  PaginationToken: z.string().optional(),
  Filter: z.string().optional(),
});

/** The operations by name: from the request's JSON to the answer's. Throws a `Refusal` for what Cognito would refuse. */
export function adminOperations(pool: PoolDefinition, users: Users): Record<string, (input: unknown) => unknown> {
  const read = <T extends { UserPoolId: string }>(schema: z.ZodType<T>, input: unknown): T => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new Refusal('InvalidParameterException', z.prettifyError(parsed.error));
    if (parsed.data.UserPoolId === pool.poolId) return parsed.data;
    throw new Refusal('ResourceNotFoundException', `User pool ${parsed.data.UserPoolId} does not exist.`);
  };
  const found = (user: PoolUser | undefined): PoolUser => {
    if (user) return user;
    throw new Refusal('UserNotFoundException', 'User does not exist.');
  };
  const switched = (enabled: boolean) => (input: unknown) => {
    found(users.setEnabled(read(oneUser, input).Username, enabled));
    return {};
  };
  return {
    AdminCreateUser(input) {
      const { Username, UserAttributes } = read(newUser, input);
      const given = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
      refuseUndeclared(pool, given);
      const user = users.create(Username, given);
      if (!user) throw new Refusal('UsernameExistsException', 'User account already exists');
      return { User: { ...described(user), Attributes: attributeList(user) } };
    },
    AdminGetUser(input) {
      const user = found(users.find(read(oneUser, input).Username));
      return { ...described(user), UserAttributes: attributeList(user) };
    },
    AdminUpdateUserAttributes(input) {
      const { Username, UserAttributes } = read(newUser, input);
      const given = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
      refuseUndeclared(pool, given);
      found(users.setAttributes(Username, given));
      return {};
    },
    AdminDisableUser: switched(false),
    AdminEnableUser: switched(true),
    ListUsers(input) {
      const { Limit, PaginationToken, Filter } = read(listing, input);
      const fits = Filter === undefined ? () => true : filterOf(Filter);
      const rest = users
        .all()
        .filter((user) => fits(user) && (PaginationToken === undefined || user.username > PaginationToken));
      const Users = rest.slice(0, Limit).map((user) => ({ ...described(user), Attributes: attributeList(user) }));
      return { Users, ...(rest.length > Limit ? { PaginationToken: Users.at(-1)?.Username } : {}) };
    },
  };
}

function refuseUndeclared({ customAttributes }: PoolDefinition, given: Readonly<Record<string, string>>): void {
  const unknown = Object.keys(given).find((name) => name.startsWith('custom:') && !customAttributes.has(name));
  if (unknown === undefined) return;
  const message = `Attributes did not conform to the schema: ${unknown}: Attribute does not exist in the schema.\n`;
  throw new Refusal('InvalidParameterException', message);
}

const epochSeconds = (instant: string): number => Date.parse(instant) / 1000;

const described = (user: PoolUser) => ({
  Username: user.username,
  Enabled: user.enabled,
  UserStatus: 'FORCE_CHANGE_PASSWORD',
  UserCreateDate: epochSeconds(user.createdAt),
  UserLastModifiedDate: epochSeconds(user.modifiedAt),
});

const attributeList = (user: PoolUser) =>
  Object.entries({ ...user.attributes, sub: user.sub }).map(([Name, Value]) => ({ Name, Value }));

/** `name = "value"` or `name ^= "beginning"`. */
function filterOf(filter: string): (user: PoolUser) => boolean {
  const [, name = '', operator, value = ''] = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"(.*)"\s*$/.exec(filter) ?? [];
  if (name === '') throw new Refusal('InvalidParameterException', 'Error while parsing filter');
  const valueOf = (user: PoolUser) => ({ ...user.attributes, sub: user.sub, username: user.username })[name] ?? '';
  return (user) => (operator === '=' ? valueOf(user) === value : valueOf(user).startsWith(value));
}
