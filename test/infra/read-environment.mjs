import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

/**
 * Loads bundles as Lambda would and tells, as JSON on stdout, which variables of ours each one read: `node
 * read-environment.mjs '{"<bundle>": {"<name>": "<value>"}}'`. A variable that is given to another bundle only has a value,
 * too, so that reading it is noticed; one that nobody gives is not set.
 */
/** @type {Record<string, Record<string, string>>} */
const givenTo = JSON.parse(argv[2] ?? '{}');
const ofAnybody = Object.assign({}, ...Object.values(givenTo));
const ofTheProcess = process.env;
/** @type {Record<string, string[]>} */
const readBy = {};

for (const [bundle, given] of Object.entries(givenTo)) {
  /** @type {Set<string>} */
  const read = new Set();
  process.env = new Proxy(ofTheProcess, {
    get: (variables, name) => {
      if (typeof name !== 'string' || !Object.hasOwn(ofAnybody, name)) return Reflect.get(variables, name);
      read.add(name);
      return given[name] ?? ofAnybody[name];
    },
  });
  await import(pathToFileURL(bundle).href);
  readBy[bundle] = [...read].sort();
}

process.stdout.write(JSON.stringify(readBy));
