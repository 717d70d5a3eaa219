import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { faultsOf } from '../../test/bad-input/faults.ts';
import { oddRequestsFor } from '../../test/bad-input/odd.ts';
import { shapeOf } from '../../test/bad-input/shape.ts';
import { badRequestsFor, goodBody, goodQuery, pathOf } from '../../test/bad-input/requests.ts';
import type { Answered } from '../../test/fakes/in-process-api.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../test/fakes/small-state.ts';
import { operations } from '../../shared/contracts/operations.ts';
import type { Operation } from '../../shared/contracts/operations/operation.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { problems } from '../../shared/runtime/http/problems.ts';
import { rowsOf } from '../../test/fakes/in-memory-rows.ts';

const asked = operations.filter(({ auth }) => auth === 'token');

/** Everything that is stored; that a refusal leaves its record is how it should be. */
const stored = ({ data, stored: objects }: SmallState): string =>
  canonicalJson([rowsOf(data).filter(({ row }) => row !== 'refusal'), [...objects.keys()]]);

const told = ({ status, body }: Answered): string => `${status} ${body?.code}`;

/** What is wrong with an answer to a bad request, in words; nothing where it is as it should be. */
const complaint = (answer: Answered, refusal: string, pointer: string | undefined): string | null => {
  if (told(answer) !== refusal) return `answered ${told(answer)} instead of ${refusal}`;
  const { headers, body, status } = answer;
  if (headers['content-type'] !== 'application/problem+json' || body.status !== status) return 'is no problem document';
  if (!Object.hasOwn(problems, body.code)) return `${body.code} is not in the catalogue`;
  const pointers: readonly string[] = (body.errors ?? []).map((error: { pointer: string }) => error.pointer);
  // Where one of several forms is meant, only the whole can be said to have none of them.
  const isPointedAt =
    pointer === undefined || pointers.some((one) => one === pointer || (one !== '' && pointer.startsWith(`${one}/`)));
  return isPointedAt ? null : `points at ${pointers.join(', ')} instead of ${pointer}`;
};

const idFor = (operation: Operation, eventId: string): string =>
  operation.path.startsWith('/v1/certification-events/') || operation.path.startsWith('/v1/certifications/')
    ? eventId
    : 'abc';

describe('What a request should be', () => {
  test.each(asked)('$operationId can be asked as its schema says', async (operation) => {
    const state = await aSmallState('2026-05-05T18:00:00Z');
    const path = pathOf(operation, idFor(operation, await publishTardiness(state)));
    const body = goodBody(operation);
    expect(operation.body?.safeParse(body).error?.issues ?? []).toEqual([]);
    const headers = { 'if-match': '*' };
    const answer = await state.ask('admin', operation.method, path, { body, headers, query: goodQuery(operation) });
    expect(['INVALID_INPUT', 'MALFORMED_JSON', 'INTERNAL']).not.toContain(answer.body?.code);
  });
});

test('A field is asked wrongly in every way it can be', () => {
  const shape = shapeOf(
    z.strictObject({ name: z.string().max(3), due: z.enum(['A']).nullable(), list: z.array(z.int()) }),
  );
  const told = faultsOf(shape).map(({ what }) => what);
  expect(told).toEqual(
    expect.arrayContaining([
      'null',
      'without name',
      'the field __proto__',
      '/name too long',
      '/name NUL',
      '/name 7',
      '/due not one of them',
      '/list /0 1.5',
      '/list "x"',
    ]),
  );
  expect(told).not.toContain('/due null');
});

describe('Whatever is sent to it, an operation answers a problem that says where, and changes nothing', () => {
  test.each(asked)('$operationId', async (operation) => {
    const state = await aSmallState('2026-05-05T18:00:00Z');
    const id = await publishTardiness(state);
    const before = stored(state);
    const complaints: string[] = [];
    for (const { what, path, asked: request, refusal, pointer } of badRequestsFor(operation, idFor(operation, id))) {
      const answer = await state.ask('admin', operation.method, path, request);
      const wrong = complaint(answer, refusal, pointer);
      if (wrong !== null) complaints.push(`${what}: ${wrong}`);
    }
    expect(complaints).toEqual([]);
    expect(stored(state)).toBe(before);
  });
});

// The same requests in every run; another seed asks others.
const seed = { seed: 61, numRuns: 12 };

describe('Whatever odd values its schema takes, an operation answers as declared, and a refusal changes nothing', () => {
  test.each(asked)('$operationId', async (operation) => {
    const state = await aSmallState('2026-05-05T18:00:00Z');
    const id = idFor(operation, await publishTardiness(state));
    const complaints: string[] = [];
    for (const { path, asked: request } of fc.sample(oddRequestsFor(operation, id), seed)) {
      const before = stored(state);
      const answer = await state.ask('admin', operation.method, path, request);
      const shown = `${path}?${request.query} ${String(request.body).slice(0, 2_000)}`;
      if (answer.status >= 500) complaints.push(`${told(answer)}: ${shown}`);
      if (answer.status >= 400 && stored(state) !== before) complaints.push(`refused but stored: ${shown}`);
    }
    expect(complaints).toEqual([]);
  });
});
