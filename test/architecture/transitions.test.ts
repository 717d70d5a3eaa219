import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alertKinds } from '../../shared/domain/messaging/alert.ts';
import { edgeNames } from '../model/workflow/edges.ts';
import { read } from './files.ts';
import { allRows, transitionsDocument } from './transitions/document.ts';

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

describe('The rows of the domain’s tables', () => {
  test('are all here, each once', () => {
    const ids = allRows.map(({ id }) => id).filter((id) => /^[EPUW]\d+$/.test(id));
    expect(ids).toEqual([...numbered('E', 12), ...numbered('P', 22), ...numbered('U', 13), ...numbered('W', 14)]);
  });

  test('hold every edge that the sequences of commands go', () => {
    const known = new Set<string>(allRows.flatMap(({ id, edges }) => [id, ...edges]));
    expect(edgeNames.filter((name) => !known.has(name))).toEqual([]);
  });

  test('tell everything that the catalogue has', () => {
    const told = new Set(allRows.flatMap((row) => row.told));
    expect(alertKinds.filter((kind) => !told.has(kind))).toEqual([]);
  });

  test.each(allRows)('$id $from to $to: its code and its tests are there', ({ code, proofs }) => {
    expect(code.filter((file) => !existsSync(`shared/${file}`))).toEqual([]);
    const isThere = ([file, title]: readonly [string, string]) => existsSync(file) && read(file).includes(title);
    expect(proofs.filter((proof) => !isThere(proof))).toEqual([]);
    expect([code.length, proofs.length]).not.toContain(0);
  });
});

test('docs/transitions.md is as the rows are', async () => {
  await expect(transitionsDocument()).toMatchFileSnapshot('../../docs/transitions.md');
});
