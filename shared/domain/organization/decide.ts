import { ok, refuse } from '../../kernel/result.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Decision } from '../decision.ts';
import { type Guard, guard, valueGuard, whenAllHold } from '../guard.ts';
import type { Organization, OrganizationType } from './state.ts';

/** What is looked up before: whoever has the id already, and the parent that is named. */
export interface CreateOrganization {
  readonly type: 'createOrganization';
  readonly organization: Organization;
  readonly existing: Organization | null;
  readonly parent: Organization | null;
}

export interface ChangeOrganization {
  readonly type: 'changeOrganization';
  readonly fields: Partial<Pick<Organization, 'name' | 'number'>> & {
    readonly parentOrganizationId?: OrganizationId;
  };
  readonly parent: Organization | null;
}

export type OrganizationHappening =
  | { readonly type: 'OrganizationCreated'; readonly organization: Organization }
  | { readonly type: 'OrganizationChanged'; readonly fields: ChangeOrganization['fields'] };

const parents: Readonly<Record<OrganizationType, readonly OrganizationType[]>> = {
  STATE: [],
  REGION: ['STATE'],
  DISTRICT: ['REGION', 'STATE'],
  SCHOOL: ['DISTRICT'],
};

const parentFits = (type: OrganizationType, parent: Organization | null): Guard => {
  if (parent === null) return { code: 'REFERENCE_UNKNOWN', pointer: '/parentOrganizationId' };
  return valueGuard(parents[type].includes(parent.type), 'PARENT_INVALID', '/parentOrganizationId');
};

/** A school lies in a district, a district in a region or the state itself. Ids are the agency's own and stand for ever. */
export const decideCreateOrganization = ({
  organization,
  existing,
  parent,
}: CreateOrganization): Decision<OrganizationHappening> =>
  whenAllHold([guard(existing === null, 'ALREADY_EXISTS'), parentFits(organization.type, parent)], () =>
    ok([{ type: 'OrganizationCreated', organization }]),
  );

/** A school stays in its district: its data, its people's scope and what it certified were that district's. */
export const decideChangeOrganization = (
  organization: Organization,
  { fields, parent }: ChangeOrganization,
): Decision<OrganizationHappening> => {
  const { parentOrganizationId } = fields;
  const moves = parentOrganizationId !== undefined && parentOrganizationId !== organization.parentOrganizationId;
  if (moves && organization.type === 'SCHOOL')
    return refuse({ code: 'SCHOOL_STAYS', pointer: '/parentOrganizationId' });
  const guards = moves ? [parentFits(organization.type, parent)] : [];
  return whenAllHold(guards, () => {
    const after = { ...organization, ...fields };
    const isSame = after.name === organization.name && after.number === organization.number && !moves;
    return ok(isSame ? [] : [{ type: 'OrganizationChanged', fields }]);
  });
};

export const evolveOrganization = (organization: Organization, happening: OrganizationHappening): Organization =>
  happening.type === 'OrganizationCreated' ? happening.organization : { ...organization, ...happening.fields };
