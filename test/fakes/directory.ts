import { followMembers } from '../../shared/application/participants/follow-members.ts';
import type { MembersWork } from '../../shared/application/outbox.ts';
import type { Answered } from './in-process-api.ts';
import type { SmallState } from './small-state.ts';

const anyVersion = { 'if-match': '*' };

/** What an administrator does again and again, as the person named. */
export const directoryOf = (state: SmallState) => {
  const put = (by: string, path: string, body: unknown): Promise<Answered> =>
    state.ask(by, 'PUT', path, { body, headers: anyVersion });
  return {
    put,
    patch: (by: string, path: string, body: unknown): Promise<Answered> =>
      state.ask(by, 'PATCH', path, { body, headers: anyVersion }),
    remove: (by: string, path: string): Promise<Answered> => state.ask(by, 'DELETE', path, { headers: anyVersion }),
    hire: (id: string, fields: Readonly<Record<string, unknown>> = {}, by = 'admin'): Promise<Answered> =>
      state.ask(by, 'POST', '/v1/users', {
        body: {
          userId: id,
          firstName: id,
          lastName: 'New',
          email: `${id}@example.org`,
          side: 'LOCAL',
          organizationId: '255903',
          ...fields,
        },
      }),
    grant: (id: string, rights: Readonly<Record<string, string>>, by = 'admin'): Promise<Answered> =>
      put(by, `/v1/users/${id}/rights`, { rights }),
  };
};

const workIn = (state: SmallState): readonly MembersWork[] =>
  [...state.data.outbox.values()].flatMap(({ row }) =>
    row.message.type === 'RECONCILE_MEMBERS' || row.message.type === 'RECONCILE_PUBLISHED' ? [row.message] : [],
  );

/** Does what the worker would do for every list that has changed so far: all of it again, as a queue may have it. */
export const followLists = async (state: SmallState): Promise<void> => {
  const waiting: { readonly work: MembersWork; readonly from?: string | undefined }[] = workIn(state).map((work) => ({
    work,
  }));
  const queues = {
    sendRun: async () => undefined,
    sendIngest: async () => undefined,
    sendNotification: async (message: { readonly type: string; readonly from?: string | undefined }) => {
      const work = workIn(state).find(({ type }) => type === message.type);
      if (work) waiting.push({ work, from: message.from });
    },
  };
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    await followMembers({ ...state.ports, queues }, next.work, next.from);
};
