import { stateOrganization } from '../../functions/operator/seed/agency.ts';
import { first, put, type Seed } from '../../functions/operator/seed/place.ts';
import type { Organization } from '../../shared/domain/organization/state.ts';
import { organizationId } from '../../shared/kernel/ids.ts';

// As the publish flow writes its participants: state and audit entry each, 45 to a transaction, four transactions at a time.
const perCommit = 45;
const atOnce = 4;

const district = (index: number): Organization => {
  const id = organizationId(String(700_000 + index));
  const name = `District ${index + 1} of the State`;
  return { id, type: 'DISTRICT', name, number: id, parentOrganizationId: stateOrganization.id };
};

/** Adds so many districts without schools and people. */
export const putDistricts = async (seed: Seed, count: number): Promise<void> => {
  const districts = Array.from({ length: count }, (_, index) => district(index));
  const chunks = Array.from({ length: Math.ceil(count / perCommit) }, (_, index) =>
    districts.slice(index * perCommit, (index + 1) * perCommit),
  );
  const putSome = async (): Promise<void> => {
    for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
      const transitions = chunk.map((organization) => first('organization', organization.id, organization));
      await put(seed, `districts of ${chunk[0]?.id ?? ''}`, { transitions });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, putSome));
};
