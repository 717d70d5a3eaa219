import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Control } from './controls/control.ts';
import { controls, controlsDocument } from './controls/controls-document.ts';
import { read, sourceFiles } from './files.ts';

const template = sourceFiles
  .filter((path) => path.startsWith('infra/'))
  .map(read)
  .join('\n');

const hasTitle = (file: string, title: string): boolean =>
  existsSync(file) && ["'", '`', '"'].some((quote) => read(file).includes(`${quote}${title}${quote}`));

const rings = (alarm: string): boolean => new RegExp(`\\bwatch\\(\\w+, '${alarm}', \\{`).test(template);

/** Whatever a control names that is not there. */
const missing = ({ by, pages = [], proofs, alarms = [] }: Control): readonly string[] => [
  ...[...by, ...pages].filter((path) => !existsSync(path)),
  ...proofs.filter(([file, title]) => !hasTitle(file, title)).map(([file, title]) => `${file}: ${title}`),
  ...alarms.filter(([alarm]) => !rings(alarm)).map(([alarm]) => alarm),
  ...alarms.map(([, runbook]) => `docs/runbooks/${runbook}.md`).filter((path) => !existsSync(path)),
];

test.each(controls)('$id $title names files, tests, alarms and pages that exist', (control) => {
  expect(missing(control)).toEqual([]);
});

test('what does not exist is noticed: a file, a page, a test, an alarm', () => {
  const names = { by: ['infra/gone.ts'], pages: ['docs/gone.md'], alarms: [['Gone', 'throttled']] } as const;
  const proofs = [['test/architecture/rooms.test.ts', 'is not written there']] as const;
  expect(missing({ id: '', title: '', done: '', left: '', ...names, proofs })).toHaveLength(4);
});

test('docs/controls.md says what the table says', async () => {
  await expect(controlsDocument()).toMatchFileSnapshot('../../docs/controls.md');
});
