import { fileURLToPath } from 'node:url';

/** The repository, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The first of four ports; not those of `npm start` and of the tests. */
export const portBase = Number(process.env['PORT'] ?? 5300);
