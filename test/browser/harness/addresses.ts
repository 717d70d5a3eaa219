import { globSync, readFileSync } from 'node:fs';

const createsRoute = /createRoute\(\{[^}]*?\b(path|id): '([^']+)'/gs;

/** The address of every route of the pages, read from where they are declared: `/rules/$id`. */
export const addresses = (): readonly string[] =>
  globSync('frontend/**/*.{ts,tsx}').flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const found = [...source.matchAll(createsRoute)];
    if (found.length !== source.split('createRoute({').length - 1) throw new Error(`a route of ${file} is not read`);
    // A route with an id only stands around others and has no address.
    return found.flatMap(([, kind, address = '']) => (kind === 'path' ? [address] : []));
  });
