import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { contentHash } from './content-hash.ts';

it('changes with a name or a content, and with nothing else', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);
  write('src/deep/a.ts', '1');
  write('lock.json', '{}');
  const hash = () => contentHash(root, ['src', 'lock.json', 'absent']);
  const before = hash();
  write('src/deep/a.test.ts', 'a test');
  write('src/README.md', 'words');
  write('beside.ts', 'not asked for');
  write('lock.json', '{}');
  expect(hash()).toBe(before);
  write('src/deep/a.ts', '2');
  const after = hash();
  expect(after).not.toBe(before);
  write('src/deep/b.ts', '');
  expect(hash()).not.toBe(after);
});
