import * as z from 'zod';

const lockfileSchema = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

type Locked = z.infer<typeof lockfileSchema>['packages'][string];

/** What the manifest of a package does not say, read in the package. */
const readByUs: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

const nameAt = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const licencesOf = (licence: string | undefined) => {
  if (licence === undefined) return [];
  return licence.includes(' OR ') ? [{ expression: licence }] : [{ license: { id: licence } }];
};

const componentOf = (path: string, { version, integrity = '', license }: Locked) => {
  const name = nameAt(path);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const digest = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    hashes: [{ alg: 'SHA-512', content: digest }],
    licenses: licencesOf(license ?? readByUs[name]),
  };
};

/**
 * What the functions rest on, in CycloneDX, by the lockfile alone: the same bytes from the same lockfile, without a network.
 * Npm's own list without what is for development leaves out every package that a tool of the tests needs as well.
 */
export const sbomOf = (lockfile: unknown) => {
  const { name, version, packages } = lockfileSchema.parse(lockfile);
  const components = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, locked]) => componentOf(path, locked));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `pkg:npm/${name}@${version}`, name, version } },
    components: [...new Map(components.map((one) => [one.purl, one])).values()],
  };
};
