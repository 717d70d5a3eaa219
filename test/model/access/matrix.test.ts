import { describe, expect, it } from 'vitest';
import { access } from '../../../shared/domain/access/access.ts';
import { type Operation, policy } from '../../../shared/domain/access/policy.ts';
import { dimensions, toolPairs } from './dimensions.ts';
import { oracle } from './oracle.ts';
import { everybodyWith, type MatrixPerson } from './persons.ts';
import { type MatrixThing, thingsOf } from './things.ts';

const operations = Object.keys(policy).filter((name): name is Operation => name in policy);

const peopleOf = new Map(Object.entries(toolPairs).map(([name, pair]) => [name, everybodyWith(pair)]));

interface Sum {
  cells: number;
  allowed: number;
  /** The first few, in words. */
  readonly differences: string[];
}

const compare = (sum: Sum, operation: Operation, { facts, actor }: MatrixPerson, thing: MatrixThing): void => {
  const said = access(actor, operation, thing.resource);
  const expected = oracle(operation, facts, thing.facts);
  sum.cells += 1;
  if (said === 'ALLOWED') sum.allowed += 1;
  if (said !== expected && sum.differences.length < 5)
    sum.differences.push(`${operation}: ${said}, not ${expected}, for ${JSON.stringify([facts, thing.facts])}`);
};

const sumOf = (operation: Operation): Sum => {
  const sum: Sum = { cells: 0, allowed: 0, differences: [] };
  const dimension = dimensions.get(operation);
  if (dimension === undefined) throw new Error(`nobody has written down what ${operation} is about`);
  for (const pair of dimension.pairs)
    for (const thing of thingsOf[dimension.about])
      for (const person of peopleOf.get(pair) ?? []) compare(sum, operation, person, thing);
  return sum;
};

describe('The policy, against a second reading of the text, over all cells', () => {
  const sums = new Map<Operation, Sum>();

  it.each(operations)('agrees on %s', (operation) => {
    const sum = sumOf(operation);
    sums.set(operation, sum);
    expect(sum.differences).toEqual([]);
  });

  it('allows exactly as many cells of each command as somebody has looked at', async () => {
    const rows = [...sums].map(([operation, { cells, allowed }]) => `| ${operation} | ${cells} | ${allowed} |`);
    const total = [...sums.values()].reduce((sum, { cells }) => sum + cells, 0);
    const table = ['| command | cells | allowed |', '| --- | ---: | ---: |', ...rows, '', `${total} cells.`, ''];
    await expect(table.join('\n')).toMatchFileSnapshot('allow-counts.md');
  });
});
