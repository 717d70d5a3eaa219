import * as z from 'zod/mini';

const configuration = z.object({ authority: z.string(), clientId: z.string(), scope: z.string() });

export type Configuration = z.infer<typeof configuration>;

/** Who signs people in, as the deployment wrote it beside the pages. */
export const readConfiguration = async (): Promise<Configuration> => {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  return configuration.parse(await response.json());
};
