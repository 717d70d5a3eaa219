import { existsSync, globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf, read, textFiles } from './files.ts';

const rooms = [...new Set(textFiles.map(roomOf).filter((room) => room !== undefined))];

/** A folder at the top, or one of the folders of shared/. Hidden folders belong to tools. */
function roomOf(path: string): string | undefined {
  return /^(shared\/[^/.]+|[^/.]+)\/./.exec(path)?.[1];
}

describe.each(rooms)('the room %s', (room) => {
  const readme = `${room}/README.md`;

  test('introduces itself in at most twelve lines', () => {
    expect(existsSync(readme), `${readme} is missing`).toBe(true);
    expect(linesOf(readme)).toBeLessThanOrEqual(12);
  });

  test('says what it is, what it may import and touch, and what proves it', () => {
    const introduction = ['I am', 'I may import', 'I may touch', 'I am proved by'];
    const text = existsSync(readme) ? read(readme) : '';
    expect(introduction.filter((words) => !text.includes(words))).toEqual([]);
  });
});

test('no folder is a drawer for what found no name', () => {
  const drawer = /(^|\/)(utils?|helpers?|common|misc|lib|stuff)(\/|\.[a-z]+$)/;
  expect(textFiles.filter((path) => drawer.test(path))).toEqual([]);
  expect(drawer.test('shared/utils/text.ts')).toBe(true);
});

test('no file is named after a bare event', () => {
  expect(globSync('{infra,functions,shared,local,test}/**/event.ts')).toEqual([]);
});
