import type { components } from '../../api/openapi.ts';

type DataStatus = components['schemas']['DataStatus'];

export interface Freshness {
  readonly organizationId: string;
  /** The newest of all deliveries. */
  readonly deliveredAt: string | null;
  readonly isPaused: boolean;
  /** How many datasets the state has not yet as the district has them. */
  readonly behind: number;
}

/** One district's lanes in a line. */
export const freshnessOf = ({ organizationId, paused, datasets }: DataStatus): Freshness => ({
  organizationId,
  deliveredAt: datasets.reduce<string | null>((newest, { district }) => {
    const at = district?.acceptedAt ?? null;
    return at !== null && (newest === null || at > newest) ? at : newest;
  }, null),
  isPaused: paused,
  behind: datasets.filter(({ inSync }) => !inSync).length,
});
