import type { NewOrganizationBody } from '../../contracts/schemas/organization.ts';
import { personOf } from '../../domain/actor.ts';
import {
  type ChangeOrganization,
  decideChangeOrganization,
  decideCreateOrganization,
  evolveOrganization,
} from '../../domain/organization/decide.ts';
import type { Organization } from '../../domain/organization/state.ts';
import { refusal } from '../../domain/refusal.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { denied } from '../queries/denied.ts';
import { organizationView } from '../views/directory-view.ts';
import { type Answered, isStale } from './answered.ts';

type OrganizationAnswer = Answered<ReturnType<typeof organizationView>>;

const known = async (store: Store, id: OrganizationId | null | undefined): Promise<Organization | null> =>
  id === null || id === undefined ? null : ((await store.load('organization', id))?.state ?? null);

// Who names no parent means the state itself, which everybody on the state's side belongs to. A school must name its district.
const parentOf = (caller: Caller, { type, parentOrganizationId }: NewOrganizationBody): OrganizationId | null =>
  parentOrganizationId ?? (type === 'SCHOOL' ? null : personOf(caller.actor).organizationId);

export interface NewOrganization {
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly sent: NewOrganizationBody;
}

const attemptCreation = async (
  { store }: Ports,
  { caller, sent }: NewOrganization,
): Promise<Result<Plan<OrganizationAnswer>, AttemptFailure>> => {
  const refused = denied(caller, 'createOrganization', { kind: 'AGENCY' });
  if (refused !== null) return refuse(refused);
  const organization: Organization = { ...sent, parentOrganizationId: parentOf(caller, sent) };
  const [existing, parent] = await Promise.all([
    known(store, organization.id),
    known(store, organization.parentOrganizationId),
  ]);
  const command = { type: 'createOrganization', organization, existing, parent } as const;
  const decided = decideCreateOrganization(command);
  if (!decided.ok) return decided;
  const after = evolveAll(evolveOrganization, organization, decided.value);
  return ok({
    transitions: [{ entity: 'organization', key: after.id, before: null, after, command: command.type }],
    answer: { version: 1, body: organizationView(after) },
  });
};

export const createOrganization = (
  ports: Ports,
  wish: NewOrganization,
): Promise<Result<OrganizationAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: wish.repeat,
    operation: 'createOrganization',
    target: wish.sent.id,
    attempt: () => attemptCreation(ports, wish),
  });

export interface OrganizationChange {
  readonly id: OrganizationId;
  readonly caller: Caller;
  readonly fields: ChangeOrganization['fields'];
  readonly expectedVersion: number | null;
}

const attemptChange = async (
  { store }: Ports,
  { id, caller, fields, expectedVersion }: OrganizationChange,
): Promise<Result<Plan<OrganizationAnswer>, AttemptFailure>> => {
  const before = await store.load('organization', id);
  if (before === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, 'changeOrganization', {
    kind: 'ORGANIZATION',
    organizationId: id,
    districtId: before.state.type === 'SCHOOL' ? before.state.parentOrganizationId : null,
  });
  if (refused !== null) return refuse(refused);
  if (isStale(expectedVersion, before)) return refuse({ code: 'IF_MATCH_STALE' });
  const parent = await known(store, fields.parentOrganizationId);
  const command = { type: 'changeOrganization', fields, parent } as const;
  const decided = decideChangeOrganization(before.state, command);
  if (!decided.ok) return decided;
  const after = evolveAll(evolveOrganization, before.state, decided.value);
  const isChanged = decided.value.length > 0;
  return ok({
    transitions: isChanged ? [{ entity: 'organization', key: id, before, after, command: command.type }] : [],
    answer: { version: before.version + (isChanged ? 1 : 0), body: organizationView(after) },
  });
};

export const changeOrganization = (
  ports: Ports,
  change: OrganizationChange,
): Promise<Result<OrganizationAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: change.caller,
    repeat: null,
    operation: 'changeOrganization',
    target: change.id,
    attempt: () => attemptChange(ports, change),
  });
