import { toItem } from '../../../shared/adapters/dynamodb/entity-form.ts';
import { forms } from '../../../shared/adapters/dynamodb/forms.ts';
import type { EntityName } from '../../../shared/application/entities.ts';
import type { TransitionOf } from '../../../shared/application/ports/unit-of-work.ts';
import type { MeteredRequest } from '../engine/meter.ts';
import { everySample } from '../samples/entities.ts';
import { keysOf } from './keys-of.ts';
import { named } from './names.ts';

export interface Measured {
  readonly what: string;
  readonly requests: readonly MeteredRequest[];
}

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const total = (requests: readonly MeteredRequest[], of: 'readUnits' | 'writeUnits' | 'indexUnits'): number =>
  requests.reduce((sum, request) => sum + request[of], 0);

const pairOf = (item: Readonly<Record<string, unknown>>, partition: string, sort: string): string =>
  [item[partition], item[sort]]
    .filter((key) => typeof key === 'string')
    .map((key) => `\`${named(key)}\``)
    .join(' / ');

const itemRow = <Name extends EntityName>({ entity, key, after }: TransitionOf<Name>): string => {
  const form = forms[entity];
  const item = toItem(form, key, { state: after, version: 1, auditHash: 'a1'.repeat(32) });
  const indexes = ['gsi1', 'gsi2', 'gsi3'].map((index) => pairOf(item, `${index}pk`, `${index}sk`));
  return row(entity, pairOf(item, 'pk', 'sk'), ...indexes, form.packed ? 'packed' : 'open');
};

const isFirstOfItsKind = ({ entity }: { readonly entity: EntityName }, index: number): boolean =>
  everySample.findIndex((sample) => sample.entity === entity) === index;

const patternRow = ({ what, requests }: Measured): string =>
  row(
    what,
    requests.length,
    [...new Set(requests.map(keysOf))].toSorted().join('<br>'),
    total(requests, 'readUnits'),
    total(requests, 'writeUnits'),
    total(requests, 'indexUnits'),
  );

/** The document: how every kind of entity lies in the table, and what every use of it asks and costs. */
export const accessPatterns = (measured: readonly Measured[]): string =>
  [
    '# Access patterns of the table',
    '',
    'Made by `test/contract/access-patterns.test.ts` from the code and from what it sent to DynamoDB Local;',
    '`npx vitest run --project contract test/contract/access-patterns.test.ts -u` makes it again.',
    '',
    '## Entities',
    '',
    'Each has a version and an audit chain. Indexes are sparse: one that is empty here, or that a status takes away, does not carry the item.',
    '',
    row('entity', 'pk / sk', 'GSI1', 'GSI2', 'GSI3', 'state'),
    row('---', '---', '---', '---', '---', '---'),
    ...everySample.filter(isFirstOfItsKind).map(itemRow),
    '',
    '## Uses',
    '',
    'Requests, and the units of the examples: reads as the engine reports them, transactions as AWS charges them (two a begun',
    'kilobyte of each item). A list grows by half a unit for each 4 KB, twice that where it is consistent.',
    '',
    row('use', 'requests', 'keys', 'read units', 'write units', 'on indexes'),
    row('---', '---', '---', '---', '---', '---'),
    ...measured.map(patternRow),
    '',
  ].join('\n');
