import { certifiersOf, isOpenForWork } from './participant.ts';
import type { Member, ModelParticipant, ModelTask, World } from './world.ts';

/* C.4, U12 and U13: the district's list of members, and the work under way that follows it. */

/** Who certifies and reviews for a participant: of its district's list, and a school's for all schools or for this one. */
export const membersAt = ({ members, cast }: World, organizationId: string): readonly Member[] =>
  (members.get(cast.districtOf(organizationId)) ?? []).filter(
    ({ schools }) => schools === 'ALL' || schools.includes(organizationId),
  );

export const newTask = (
  { userId, role }: Omit<Member, 'schools'>,
  status: ModelTask['status'] = 'NOT_STARTED',
): ModelTask => ({
  userId,
  role,
  status: role === 'CERTIFIER' ? status : 'NOT_APPLICABLE',
  dueDateOverride: null,
  completed: new Map(),
  submitted: false,
});

const isSame = (task: ModelTask, member: Member): boolean => task.userId === member.userId && task.role === member.role;

/** Nobody joins or leaves what is in the state's hands. Who alone is left and done must confirm before it counts as sent. */
export const reconcile = (world: World, participant: ModelParticipant): void => {
  if (!isOpenForWork(participant)) return;
  const members = membersAt(world, participant.organizationId);
  const stays = participant.tasks.filter((task) => members.some((member) => isSame(task, member)));
  const joins = members.filter((member) => !participant.tasks.some((task) => isSame(task, member)));
  if (stays.length < participant.tasks.length) world.edges.reach('U12');
  for (const { role } of joins) world.edges.reach(role === 'CERTIFIER' ? 'U13' : 'U1');
  participant.tasks = [...stays, ...joins.map((member) => newTask(member))];
  const certifiers = certifiersOf(participant);
  participant.awaitsConfirmation = certifiers.length > 0 && certifiers.every(({ submitted }) => submitted);
};

const changed = (world: World, organizationId: string, change: (members: readonly Member[]) => Member[]): void => {
  world.members.set(organizationId, change(world.members.get(organizationId) ?? []));
  world.listsChanged.add(organizationId);
};

export const setMember = (world: World, organizationId: string, member: Member): void =>
  changed(world, organizationId, (members) => [...members.filter(({ userId }) => userId !== member.userId), member]);

export const removeMember = (world: World, organizationId: string, userId: string): void =>
  changed(world, organizationId, (members) => members.filter((member) => member.userId !== userId));

/** The work follows once the change has been told. */
export const followLists = (world: World): void => {
  const { event, listsChanged, participants, cast } = world;
  for (const participant of participants.values())
    if (listsChanged.has(cast.districtOf(participant.organizationId)) && event.status === 'PUBLISHED')
      reconcile(world, participant);
  listsChanged.clear();
};
