import { stateOrganization } from '../../functions/operator/seed/agency.ts';
import { first, put, type Seed } from '../../functions/operator/seed/place.ts';
import type { Introduction } from '../../shared/application/directory/introduce.ts';
import type { Organization } from '../../shared/domain/organization/state.ts';
import { organizationId } from '../../shared/kernel/ids.ts';

// As the publish flow writes its participants: state and audit entry each, 45 to a transaction, four transactions at a time.
const perCommit = 45;
const atOnce = 4;

export const districtAt = (index: number): Organization => {
  const id = organizationId(String(700_000 + index));
  const name = `District ${index + 1} of the State`;
  return { id, type: 'DISTRICT', name, number: id, parentOrganizationId: stateOrganization.id };
};

/** Introduces things as an operator does, so many of them in one transaction. */
export const putMany = async <Thing>(
  seed: Seed,
  things: readonly Thing[],
  fitting: number,
  introduction: (some: readonly Thing[]) => Introduction,
): Promise<void> => {
  const chunks = Array.from({ length: Math.ceil(things.length / fitting) }, (_, index) => index);
  const putSome = async (): Promise<void> => {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift())
      await put(seed, `part ${chunk}`, introduction(things.slice(chunk * fitting, (chunk + 1) * fitting)));
  };
  await Promise.all(Array.from({ length: atOnce }, putSome));
};

export const putOrganizations = (seed: Seed, organizations: readonly Organization[]): Promise<void> =>
  putMany(seed, organizations, perCommit, (some) => ({
    transitions: some.map((organization) => first('organization', organization.id, organization)),
  }));

/** Adds so many districts without schools and people. */
export const putDistricts = (seed: Seed, count: number): Promise<void> =>
  putOrganizations(
    seed,
    Array.from({ length: count }, (_, index) => districtAt(index)),
  );
