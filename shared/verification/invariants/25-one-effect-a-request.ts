import type { AuditEntry } from '../../application/audit/entry.ts';
import { type Found, type Invariant, type Part, unless } from '../invariant.ts';
import { isPerson } from '../people.ts';

const repeated = (chain: string, entries: readonly AuditEntry[]): Found => {
  const byRequest = Map.groupBy(entries.filter(isPerson), ({ requestId, command }) => `${requestId} ${command}`);
  return [...byRequest]
    .filter(([, same]) => same.length > 1)
    .map(([request, same]) => `${chain}: the request ${request} took effect ${same.length} times`);
};

const kept = ({ own }: Part): Found => {
  const requests = own.rows('request').map(({ request }) => request);
  const byName = Map.groupBy(requests, ({ principal, operation, key }) => `${principal} ${operation} ${key}`);
  return [
    ...[...byName].filter(([, same]) => same.length > 1).map(([name]) => `request ${name}: it is kept twice`),
    ...requests.flatMap(({ operation, bodyHash }) =>
      unless(/^[0-9a-f]{64}$/.test(bodyHash), `request ${operation}`, 'what was asked is not on record'),
    ),
  ];
};

/** That every repeat gets the first answer is shown by `test/contract/suites/commits.ts` and over HTTP by the refusals. */
export const oneEffectARequest: Invariant = {
  number: 25,
  slug: 'one-effect-a-request',
  sentence: 'A request of a person takes effect once on each thing it is about.',
  check: (part) => [...[...part.own.chains].flatMap(([chain, entries]) => repeated(chain, entries)), ...kept(part)],
};
