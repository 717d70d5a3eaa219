import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { pageScript } from './page-script.ts';

/** As much of a page as the script touches: one table with its first rows, the JSON beside it, and the pager. */
const pageWith = (firstRows: readonly string[], rest: readonly (readonly unknown[])[]) => {
  const element = (tag: string) => ({
    tag,
    className: '',
    textContent: '',
    children: new Array<unknown>(),
    append(...children: unknown[]) {
      this.children.push(...children);
    },
  });
  const first = { rows: firstRows, tag: 'first' };
  const table = {
    tBodies: new Array<unknown>(first),
    replaceChild(body: unknown) {
      this.tBodies = [body];
    },
  };
  const button = () => ({
    disabled: false,
    press: (): unknown => undefined,
    addEventListener(_name: string, listener: () => void) {
      this.press = listener;
    },
  });
  const [back, next, status] = [button(), button(), { textContent: '' }];
  const total = String(firstRows.length + rest.length);
  const pager = {
    hidden: true,
    dataset: { table: 'table', rest: 'rest', rows: total },
    querySelectorAll: () => [back, next],
    querySelector: () => status,
  };
  const byId: Readonly<Record<string, unknown>> = { table, rest: { textContent: JSON.stringify(rest) } };
  const document = {
    querySelectorAll: () => [pager],
    getElementById: (id: string) => byId[id],
    createElement: element,
  };
  runInNewContext(pageScript, { document });
  return { table, first, back, next, status, pager };
};

test('the pager shows itself, turns pages forth and back, and ends where the rows end', () => {
  const page = pageWith(
    ['one', 'two'],
    [
      ['three', -3, true],
      ['four', null, false],
      ['<b>five</b>', 5, null],
    ],
  );
  expect([page.pager.hidden, page.status.textContent, page.back.disabled]).toEqual([false, 'Rows 1 to 2 of 5', true]);
  page.next.press();
  page.next.press();
  expect([page.status.textContent, page.next.disabled]).toEqual(['Rows 5 to 5 of 5', true]);
  expect(page.table.tBodies).toMatchObject([
    {
      tag: 'tbody',
      children: [{ children: [{ textContent: '<b>five</b>' }, { className: 'number' }, { textContent: '' }] }],
    },
  ]);
  page.back.press();
  expect(page.table.tBodies).toMatchObject([
    {
      children: [
        { children: [{}, { textContent: '-3' }, { textContent: 'Yes' }] },
        { children: [{}, {}, { textContent: 'No' }] },
      ],
    },
  ]);
  page.back.press();
  expect([page.table.tBodies, page.back.disabled]).toEqual([[page.first], true]);
});
