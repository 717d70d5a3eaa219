import { tardinessBody } from '../../builders/tardiness-body.ts';
import { localPeople } from '../../model/system/people.ts';
import type { World } from '../world/world.ts';
import type { Dispatches } from '../deliveries/dispatches.ts';
import { sending } from '../deliveries/sending.ts';
import { Client, type Ledger } from './client.ts';
import { advance, workAsMember } from './members.ts';
import type { Profile } from './profile.ts';
import { close, publish, republish, workAsApprover } from './staff.ts';

/** What is written down of everybody's doings. */
interface Notes {
  readonly ledger: Ledger;
  readonly dispatches: Dispatches;
}

/** Everybody at work at once; resolves when all have gone home. */
export const atWork = async (
  world: World,
  { ledger, dispatches }: Notes,
  eventId: string,
  profile: Profile,
): Promise<void> => {
  const { chance } = world;
  const total = profile.minutes * 60_000;
  const end = world.clock.millis + total;
  const isOver = () => world.clock.millis - world.clock.jumped >= end;
  const client = (name: string) => new Client(world, ledger, name);

  const publishers = Array.from({ length: profile.stage === 'SAVED' ? profile.publishers : 0 }, (_, index) =>
    publish(client(index === 0 ? 'admin' : 'april'), eventId),
  );
  const closer = async (): Promise<void> => {
    if (profile.closesAt === null) return;
    const admin = new Client(world, ledger, 'admin', 'closing');
    await admin.pause(profile.closesAt * total);
    await close(admin, eventId);
  };
  const republisher = async (): Promise<void> => {
    if (!profile.republishes) return;
    const admin = new Client(world, ledger, 'admin', 'again');
    await admin.pause((0.3 + chance.next() * 0.4) * total);
    const definition = { ...tardinessBody, description: 'with a word more' };
    await republish(admin, eventId, definition, chance.next() < 0.5);
  };
  const first = Math.floor(chance.next() * localPeople.length);
  const present = [...localPeople.slice(first), ...localPeople.slice(0, first)].slice(0, profile.members);
  /** What everybody still wants to have done at the very moment of the close. */
  const rush = present.map(async ({ name, organizationId: org }) => {
    if (profile.closesAt === null) return;
    const hurried = new Client(world, ledger, name, 'hurried');
    await hurried.pause(profile.closesAt * total);
    const wizard = await hurried.ask('GET', `/v1/certifications/${eventId}/${org}`);
    if (wizard?.status === 200) await advance(hurried, { eventId, org }, wizard.body);
  });
  const members = present.map(({ name, organizationId: org }) =>
    workAsMember(client(name), { eventId, org }, { ...profile, chance, isOver }),
  );
  const approver = workAsApprover(new Client(world, ledger, 'april', 'deciding'), eventId, {
    ...profile,
    chance,
    isOver,
  });
  const senders = profile.name === 'deliveries' ? [sending(world, ledger, dispatches, isOver)] : [];
  await Promise.all([...publishers, closer(), republisher(), approver, ...rush, ...members, ...senders]);
};
