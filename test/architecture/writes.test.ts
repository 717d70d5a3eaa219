import { expect, test } from 'vitest';
import { isTest, read, sourceFiles } from './files.ts';

/** One write to the table: a command of its own, or an action inside a transaction. */
const write = /\bnew (?:Put|Update|Delete)(?:Item)?Command\(|\b(?:Put|Update|Delete|ConditionCheck): \{/g;

/** A condition (written out or spread in), or a value that is only set where there is none. */
const expectation = /condition|if_not_exists/i;

const deployed = sourceFiles.filter((path) => /^(shared|functions)\//.test(path) && !isTest(path));

/** The text of each write, from its opening bracket to the one that closes it. */
const writesIn = (text: string): readonly string[] =>
  [...text.matchAll(write)].map(({ 0: opening, index }) => balanced(text.slice(index + opening.length - 1)));

function balanced(text: string): string {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[({[\]})]/g)) {
    depth += '({['.includes(bracket) ? 1 : -1;
    if (depth === 0) return text.slice(0, index + 1);
  }
  return text;
}

test('a write is found whole', () => {
  const text = "send(new PutCommand({ Item: {}, ConditionExpression: 'a' })); const other = { Put: { Item: [1] } };";
  expect(writesIn(text)).toEqual(["({ Item: {}, ConditionExpression: 'a' })", '{ Item: [1] }']);
});

test('the table is written by its adapter only', () => {
  const writing = deployed.filter((path) => writesIn(read(path)).length > 0);
  expect(writing.filter((path) => !path.startsWith('shared/adapters/dynamodb/'))).toEqual([]);
});

test('every write states what it expects to find', () => {
  const blind = deployed.flatMap((path) =>
    writesIn(read(path))
      .filter((text) => !expectation.test(text))
      .map((text) => ({ path, text })),
  );
  expect(blind).toEqual([]);
});
