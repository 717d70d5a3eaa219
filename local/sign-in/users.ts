import { randomUUID } from 'node:crypto';

export interface PoolUser {
  readonly username: string;
  readonly sub: string;
  /** Standard and `custom:` attributes, `sub` excepted. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly enabled: boolean;
  /** ISO instants. */
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export interface Users {
  /** Undefined when the name is taken. */
  create(username: string, attributes: PoolUser['attributes']): PoolUser | undefined;
  find(username: string): PoolUser | undefined;
  findBySub(sub: string): PoolUser | undefined;
  /** Undefined when there is no such user. */
  setEnabled(username: string, enabled: boolean): PoolUser | undefined;
  /** Undefined when there is no such user; what is not given stays as it is. */
  setAttributes(username: string, attributes: PoolUser['attributes']): PoolUser | undefined;
  /** By user name. */
  all(this: void): readonly PoolUser[];
  /** Replaces everybody. */
  restore(this: void, users: readonly PoolUser[]): void;
}

interface Options {
  readonly caseSensitive: boolean;
  readonly now: () => Date;
  readonly initial: readonly PoolUser[];
  /** Called with everybody after each change. */
  readonly onChange: (users: readonly PoolUser[]) => void;
}

/** The people of a user pool. Names differ by more than letter case unless the pool says otherwise, as in Cognito. */
export function createUsers({ caseSensitive, now, initial, onChange }: Options): Users {
  const keyOf = (username: string) => (caseSensitive ? username : username.toLowerCase());
  let users = byKey(initial);
  const all = () => [...users.values()].sort((left, right) => (left.username < right.username ? -1 : 1));
  const put = (user: PoolUser): PoolUser => {
    users.set(keyOf(user.username), user);
    onChange(all());
    return user;
  };
  function byKey(list: readonly PoolUser[]): Map<string, PoolUser> {
    return new Map(list.map((user) => [keyOf(user.username), user]));
  }
  return {
    create(username, attributes) {
      if (users.has(keyOf(username))) return undefined;
      const at = now().toISOString();
      return put({ username, sub: randomUUID(), attributes, enabled: true, createdAt: at, modifiedAt: at });
    },
    find: (username) => users.get(keyOf(username)),
    findBySub: (sub) => [...users.values()].find((user) => user.sub === sub),
    setEnabled(username, enabled) {
      const user = users.get(keyOf(username));
      return user && put({ ...user, enabled, modifiedAt: now().toISOString() });
    },
    setAttributes(username, attributes) {
      const user = users.get(keyOf(username));
      const changed = user && { ...user.attributes, ...attributes };
      return changed && put({ ...user, attributes: changed, modifiedAt: now().toISOString() });
    },
    all,
    restore(replacement) {
      users = byKey(replacement);
      onChange(all());
    },
  };
}
