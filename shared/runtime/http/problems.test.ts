import { expect, test } from 'vitest';
import { refusalCodes } from '../../domain/refusal.ts';
import { problemAnswer } from './answer.ts';
import { type ProblemCode, problems } from './problems.ts';

const line = { path: '/v1/certification-events', requestId: 'req-1' };
const entries = Object.entries(problems);

const codes = Object.keys(problems).filter((code): code is ProblemCode => code in problems);

const catalogue = [
  '# Problems',
  '',
  'Every answer that is not a success is a problem (RFC 9457) with one of these codes. Made from',
  '`shared/runtime/http/problems.ts`; `npx vitest run --project unit problems -u` makes it again.',
  ...codes.flatMap((code) => {
    const [status, title] = problems[code];
    return ['', `## ${code.toLowerCase().replaceAll('_', '-')}`, '', `\`${code}\`, ${status}. ${title}`];
  }),
  '',
].join('\n');

test('docs/problems.md says what the code answers', async () => {
  await expect(catalogue).toMatchFileSnapshot('../../../docs/problems.md');
});

test('every refusal of the domain has a status and a sentence of its own', () => {
  expect(refusalCodes.filter((code) => !(code in problems))).toEqual([]);
  const titles = entries.map(([, [, title]]) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(entries.filter(([, [status, title]]) => status < 400 || status > 599 || !title.endsWith('.'))).toEqual([]);
});

test.each(codes)('%s is answered as a problem that leads to its page', (code) => {
  const { statusCode, headers, body = '' } = problemAnswer(code, line);
  const problem = JSON.parse(body);
  expect(problem).toMatchObject({ status: statusCode, code, instance: line.path, requestId: 'req-1' });
  expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'private, no-store' });
  expect(catalogue).toContain(`## ${String(problem.type).replace('/problems#', '')}\n`);
});
