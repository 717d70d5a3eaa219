import type { Chance } from '../../model/play/chance.ts';
import type { Client, Reply } from './client.ts';

/** One place and its certification event. */
export interface Post {
  readonly eventId: string;
  readonly org: string;
}

type Wizard = Reply['body'];

const base = ({ eventId, org }: Post): string => `/v1/certifications/${eventId}/${org}`;

const isDone = (step: Wizard): boolean => ['COMPLETED', 'SKIPPED'].includes(step.status);

/** What leads on: start, run, look, complete, submit. */
export const advance = async (client: Client, post: Post, wizard: Wizard): Promise<unknown> => {
  const step = wizard.steps.slice(0, 3).find((one: Wizard) => !isDone(one));
  if (wizard.userStatus === 'NOT_STARTED') return client.ask('POST', `${base(post)}/start`, {});
  if (step === undefined)
    return client.ask('POST', `${base(post)}/submit`, {
      attestation: { name: client.name, accepted: true },
    });
  const path = `${base(post)}/steps/${step.step}`;
  if (step.step === 'snapshot-validation' && wizard.snapshot === null)
    return client.ask('POST', `${base(post)}/snapshot`, { confirm: true });
  if (step.status === 'QUEUED' || step.status === 'RUNNING') return undefined;
  if (step.status === 'NEEDS_VIEW') {
    if (step.run !== null) await client.ask('GET', `/v1/runs/${step.run.id}/report`);
    return client.ask('POST', `${path}/complete`, { reviewed: true });
  }
  return client.ask('POST', `${path}/runs`, {});
};

const someRun = (wizard: Wizard): string =>
  wizard.steps.map((step: Wizard) => step.run?.id).find((id: string | undefined) => id !== undefined) ?? 'run_none';

/** What people do besides. */
const wander = async (client: Client, post: Post, wizard: Wizard, chance: Chance): Promise<unknown> => {
  const path = base(post);
  const reason = { reason: 'a correction' };
  switch (chance.pick(['cancel', 'retry', 'withdraw', 'request', 'unrequest', 'snapshot', 'run', 'start'] as const)) {
    case 'cancel':
      return client.ask('POST', `/v1/runs/${someRun(wizard)}/cancel`, {});
    case 'retry':
      return client.ask('POST', `/v1/runs/${someRun(wizard)}/retry`, {});
    case 'withdraw':
      return client.ask('POST', `${path}/submission/withdraw`, reason);
    case 'request':
      return client.ask('POST', `${path}/recertification-requests`, reason);
    case 'unrequest': {
      const id: string = wizard.openRequest?.id ?? 'req_none';
      return client.ask('POST', `${path}/recertification-requests/${id}/withdraw`, {});
    }
    case 'snapshot':
      return client.ask('POST', `${path}/snapshot`, { confirm: true });
    case 'run':
      return client.ask('POST', `${path}/steps/district-validation/runs`, {});
    case 'start':
      return client.ask('POST', `${path}/start`, {});
  }
};

/** A member of a district at work until the time is up. `impatience` says how often he does something besides. */
export const workAsMember = async (
  client: Client,
  post: Post,
  { chance, isOver, impatience, paceMillis }: MemberWorld,
): Promise<void> => {
  while (!isOver()) {
    await client.pause(chance.next() * paceMillis);
    const wizard = await client.ask('GET', base(post));
    if (wizard?.status !== 200) continue;
    if (chance.next() < impatience) await wander(client, post, wizard.body, chance);
    else await advance(client, post, wizard.body);
  }
};

export interface MemberWorld {
  readonly chance: Chance;
  readonly isOver: () => boolean;
  readonly impatience: number;
  readonly paceMillis: number;
}
