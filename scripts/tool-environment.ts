import { delimiter, resolve } from 'node:path';

/** Our environment with the installed tools first on the path, so that whatever a tool starts finds Node 24 there. */
export const toolEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter),
});
