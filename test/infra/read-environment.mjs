/**
 * Loads each bundle named on the command line as Lambda would and tells, as JSON on stdout, which variables of its own it
 * read: `node read-environment.mjs <known names, comma separated> <bundle>...`. A variable nobody gives is not set.
 */
const [names = '', ...bundles] = process.argv.slice(2);
const known = new Set(names.split(','));
const given = process.env;

/** A choice is refused unless it is one of those there are, so its variable is given one of them. */
const choices = { ENGINE_SIZE: 'SMALL' };

/** @type {(name: string) => string} */
const invented = (name) =>
  Object.hasOwn(choices, name)
    ? Reflect.get(choices, name)
    : `https://${name.toLowerCase().replaceAll('_', '-')}.example.org/pool_1`;

/** @type {Record<string, string[]>} */
const readBy = {};

for (const bundle of bundles) {
  /** @type {Set<string>} */
  const read = new Set();
  process.env = new Proxy(given, {
    get: (variables, name) => {
      if (typeof name !== 'string' || !known.has(name)) return Reflect.get(variables, name);
      read.add(name);
      return invented(name);
    },
  });
  await import(bundle);
  readBy[bundle] = [...read].sort();
}

process.stdout.write(JSON.stringify(readBy));
