interface Stored extends Readonly<Record<string, unknown>> {
  readonly uid?: string;
  readonly grantId?: string;
}

interface Entry {
  readonly payload: Stored & { consumed?: number };
  readonly expiresAt: number;
}

/** How many entries may pile up before lapsed ones are looked for. */
const tidyAbove = 1_000;

/** Where oidc-provider keeps sessions, codes and grants: in memory, one map for all its models, dropped when they lapse. */
export function createSessionStore() {
  const entries = new Map<string, Entry>();
  const live = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
  };
  const tidy = () => {
    for (const [key, { expiresAt }] of entries) if (expiresAt <= Date.now()) entries.delete(key);
  };
  return (model: string) => ({
    async upsert(id: string, payload: Stored, expiresIn?: number) {
      if (entries.size > tidyAbove) tidy();
      const expiresAt = expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000;
      entries.set(`${model}:${id}`, { payload, expiresAt });
    },
    find: async (id: string) => live(`${model}:${id}`),
    async findByUid(uid: string) {
      const [key] =
        [...entries].find(([name, { payload }]) => name.startsWith(`${model}:`) && payload.uid === uid) ?? [];
      return key === undefined ? undefined : live(key);
    },
    async consume(id: string) {
      const payload = live(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id: string) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
