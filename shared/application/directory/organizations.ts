import { canSee } from '../../domain/access/visibility.ts';
import { personOf } from '../../domain/actor.ts';
import type { Resource } from '../../domain/access/resource.ts';
import type { Organization, OrganizationType } from '../../domain/organization/state.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import type { Store } from '../ports/store.ts';
import { denied } from '../queries/denied.ts';
import { holdsText, isWanted } from '../queries/matches.ts';

export interface OrganizationFilter {
  readonly type?: OrganizationType | undefined;
  readonly parentOrganizationId?: OrganizationId | undefined;
  readonly name?: string | undefined;
}

const districtIdOf = ({ type, id, parentOrganizationId }: Organization): OrganizationId | null => {
  if (type === 'DISTRICT') return id;
  return type === 'SCHOOL' ? parentOrganizationId : null;
};

const resourceOf = (organization: Organization): Resource => ({
  kind: 'ORGANIZATION',
  organizationId: organization.id,
  districtId: districtIdOf(organization),
});

const ownTree = async (store: Store, id: OrganizationId): Promise<readonly Versioned<Organization>[]> => {
  const [own, children] = await Promise.all([store.load('organization', id), store.organizations(id)]);
  return own === undefined ? children : [own, ...children];
};

/** Districts and schools: all of them for the state, for others their own district with those of its schools they see. */
export const matchingOrganizations = async (
  store: Store,
  caller: Caller,
  { type, parentOrganizationId, name }: OrganizationFilter,
): Promise<readonly Organization[]> => {
  const user = personOf(caller.actor);
  const read =
    user.side === 'LOCAL' ? await ownTree(store, user.organizationId) : await store.organizations(parentOrganizationId);
  return read
    .map((one) => one.state)
    .filter(
      (organization) =>
        canSee(user, resourceOf(organization)) &&
        isWanted(organization.type, type) &&
        isWanted(organization.parentOrganizationId, parentOrganizationId) &&
        holdsText(`${organization.name} ${organization.number}`, name),
    );
};

export const organizationFor = async (
  store: Store,
  caller: Caller,
  id: OrganizationId,
): Promise<Result<Versioned<Organization>, Refusal>> => {
  const read = await store.load('organization', id);
  if (read === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, 'getOrganization', resourceOf(read.state));
  return refused === null ? ok(read) : refuse(refused);
};
