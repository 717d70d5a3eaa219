import { signIn } from '../../test/story/client.ts';
import { expectStatus } from '../../test/story/read.ts';
import type { Figure } from '../figure.ts';
import { timed } from '../rounds.ts';

/** One list of each area of the API. */
const areas = {
  events: '/v1/certification-events',
  certifications: '/v1/certifications',
  validation: '/v1/validation-groups',
  datasets: '/v1/datasets',
  directory: '/v1/me',
} as const;

/** The first request to each area after the system came up: its function's process starts and loads its bundle. */
export const firstRequests = async (origin: string): Promise<readonly Figure[]> => {
  const admin = await signIn(origin, 'state-admin');
  const certifier = await signIn(origin, 'grand-bend-certifier');
  const figures: Figure[] = [];
  for (const [area, path] of Object.entries(areas)) {
    const person = area === 'certifications' ? certifier : admin;
    const value = await timed(async () => expectStatus(await person.get(path), 200));
    figures.push({ name: `first request to ${area}`, value, unit: 'ms' });
  }
  return figures;
};
