import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { keptSeededMark } from './composition/beginning.ts';
import { type Runtime, startRuntime } from './start.ts';
import type { Deed } from './testing/fixture/keep.ts';
import { writeFixtureAssembly } from './testing/fixture-assembly.ts';
import { freePorts } from './testing/free-ports.ts';

let folder: string;
let portBase: number;
let runtime: Runtime;
const said: string[] = [];
const overheard: string[] = [];
const listening = {
  log: (line: string) => said.push(line),
  overhear: (place: string, text: string) => overheard.push(`${place}: ${text}`),
};
const start = (options: { image?: string; keepDir?: string } = {}) =>
  startRuntime({
    portBase,
    assemblyDir: join(folder, 'cdk.out'),
    stateDir: join(folder, 'state'),
    ...listening,
    ...options,
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'runtime-'));
  writeFixtureAssembly(join(folder, 'cdk.out'), { follow: join(folder, 'follow'), work: join(folder, 'work') });
  portBase = await freePorts(4);
  runtime = await start();
  return async () => {
    await runtime.stop();
    rmSync(folder, { recursive: true, force: true });
  };
});

afterEach(() => runtime.faults.clear());

const lineSchema = z.looseObject({ body: z.string().optional(), messageId: z.string().optional() });
const linesOf = (name: string) => {
  const file = join(folder, name);
  if (!existsSync(file)) return [];
  return (
    readFileSync(file, 'utf8')
      .split('\n')
      // What stands behind the last end of a line is still being written.
      .slice(0, -1)
      .map((line) => lineSchema.parse(JSON.parse(line)))
  );
};
const messages = (body: string) => linesOf('work').filter((line) => line.body === body);
const followed = (pk: string) => linesOf('follow').filter((line) => JSON.stringify(line).includes(`"${pk}"`));
const ask = async (deed: Deed) => (await runtime.invoker.invoke('fixture-keep', deed)).payload;
const pidOf = (answer: unknown) => z.looseObject({ pid: z.number() }).parse(answer).pid;
const letter = (pk: string) => ({ pk: { S: pk }, sk: { S: 'a' } });
const wait = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 15_000 });

describe('a function', () => {
  it('does what its role allows, and is refused the rest as on AWS', async () => {
    expect(await ask({ do: 'put', item: letter('LETTER#allowed') })).toStrictEqual({ ok: true });
    expect(await ask({ do: 'transact', items: [letter('A'), letter('B')] })).toStrictEqual({ ok: true });
    expect(await ask({ do: 'store', key: 'allowed/a', body: 'once' })).toStrictEqual({ ok: true });
    expect(await ask({ do: 'store', key: 'allowed/a', body: 'twice' })).toStrictEqual({
      refused: 'PreconditionFailed',
    });
    expect(await ask({ do: 'store', key: 'elsewhere/a', body: 'x' })).toStrictEqual({ refused: 'AccessDenied' });
    expect(await ask({ do: 'fetch', key: 'allowed/a' })).toStrictEqual({ ok: true });
    expect(await ask({ do: 'fetch', key: 'allowed/none' })).toStrictEqual({ refused: 'AccessDenied' });
    expect(await ask({ do: 'sendElsewhere', body: 'x' })).toStrictEqual({ refused: 'AccessDeniedException' });
    expect(said.join('\n')).toContain('fixture-keep is not authorized to perform: sqs:SendMessage');
  });

  it('reports what it throws, and its end, in the words of Lambda', async () => {
    const thrown = await runtime.invoker.invoke('fixture-keep', { do: 'fail', message: 'no luck' });
    expect(thrown).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'TypeError', errorMessage: 'no luck' },
    });
    const ended = await runtime.invoker.invoke('fixture-keep', { do: 'exit', code: 3 });
    expect(ended.payload).toMatchObject({ errorType: 'Runtime.ExitError' });
    const hung = await runtime.invoker.invoke('fixture-keep', { do: 'hang' });
    expect(hung.payload).toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringContaining('after 5.00 seconds'),
    });
    expect(await ask({ do: 'put', item: letter('C') })).toStrictEqual({ ok: true });
  });
});

describe('the event sources', () => {
  it('hand over the records of the stream that pass the filter, and lay the refused one aside', async () => {
    await ask({ do: 'put', item: letter('LETTER#one') });
    await ask({ do: 'put', item: letter('OTHER#one') });
    // What shares its batch with a refused record comes again.
    await wait(() => followed('LETTER#one').length > 0);
    await ask({ do: 'put', item: letter('LETTER#poison') });
    await ask({ do: 'put', item: letter('LETTER#two') });
    await wait(() => followed('LETTER#two').length > 0);
    await wait(() => runtime.messagesIn('Fixture-Data-Dead').some((body) => body.includes('DDBStreamBatchInfo')));
    expect(followed('LETTER#one')).toMatchObject([
      {
        eventName: 'INSERT',
        awsRegion: 'us-east-1',
        eventSourceARN: expect.stringContaining('table/Fixture-Data-Letters/stream'),
      },
    ]);
    expect(followed('OTHER#one')).toStrictEqual([]);
  });

  it('give a message to the function once, and a failing one again until it is laid aside', async () => {
    // A function that is still starting may take a message when the queue has already counted it as failed.
    await ask({ do: 'send', body: 'first' });
    await wait(() => messages('first').length > 0);
    await ask({ do: 'send', body: 'good' });
    await wait(() => messages('good').length > 0);
    await ask({ do: 'send', body: 'poison' });
    await wait(() => runtime.messagesIn('Fixture-Data-Dead').includes('poison'));
    expect(messages('poison')).toHaveLength(2);
    expect(messages('good')).toHaveLength(1);
    const heard = (line: string) => overheard.filter((one) => one.startsWith(line));
    expect(heard('queue Fixture-Data-Work: good')).toHaveLength(1);
    expect(heard('queue Fixture-Data-Work: poison')).toHaveLength(1);
    expect(heard('queue Fixture-Data-Dead: poison')).toHaveLength(1);
  });
});

describe('the fault switch', () => {
  it('slows a caller down once', async () => {
    runtime.faults.set([{ caller: 'keep', operation: 'PutItem', action: 'throttle' }]);
    const put = () => ask({ do: 'put', item: letter('D') });
    expect(await put()).toStrictEqual({ refused: 'ProvisionedThroughputExceededException' });
    expect(await put()).toStrictEqual({ ok: true });
  });

  it('kills the caller before or after the effect', async () => {
    runtime.faults.set([{ operation: 'PutObject', action: 'crash-before' }]);
    const store = (key: string) =>
      runtime.invoker.invoke('fixture-keep', { do: 'store', key: `allowed/${key}`, body: 'x' });
    expect((await store('before')).payload).toMatchObject({ errorType: 'Runtime.ExitError' });
    expect((await store('before')).payload).toStrictEqual({ ok: true });
    runtime.faults.set([{ operation: 'PutObject', action: 'crash-after' }]);
    expect((await store('after')).payload).toMatchObject({ errorType: 'Runtime.ExitError' });
    expect((await store('after')).payload).toStrictEqual({ refused: 'PreconditionFailed' });
  });

  it('delivers a message twice', async () => {
    runtime.faults.set([{ caller: 'work', action: 'duplicate' }]);
    await ask({ do: 'send', body: 'again' });
    await wait(() => messages('again').length === 2);
    expect(new Set(messages('again').map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe('a presigned link', () => {
  it('is good for whoever holds it, within the rights of who signed it, until it expires', async () => {
    await ask({ do: 'store', key: 'allowed/report', body: 'rows' });
    const linkOf = (accessKeyId: string) => {
      const credentials = { accessKeyId, secretAccessKey: 'local' };
      const s3 = new S3Client({
        region: 'us-east-1',
        endpoint: runtime.environment['AWS_ENDPOINT_URL_S3'] ?? '',
        credentials,
      });
      const command = new GetObjectCommand({ Bucket: 'fixture-data-store', Key: 'allowed/report' });
      return getSignedUrl(s3, command, { expiresIn: 60 });
    };
    const link = await linkOf('operator');
    expect(await (await fetch(link)).text()).toBe('rows');
    expect((await fetch(link.replace('report', 'other'))).status).toBe(403);
    expect((await fetch(await linkOf('work'))).status).toBe(403);
    expect((await fetch(link.replace(/\?.*/, ''))).status).toBe(403);
    expect(overheard).toContain(`request to AWS: GET ${link.replace(/^http:..[^/]+/, '')}`);
  });
});

// Last: they move the clock and stop the runtime.
describe('the runtime', { timeout: 60_000 }, () => {
  it('lets its functions live at the time it was moved to', async () => {
    const then = new Date(Date.now() + 90 * 86_400_000);
    await runtime.clock.moveTo(then);
    const { now } = z.object({ now: z.iso.datetime(), milliseconds: z.number() }).parse(await ask({ do: 'tellTime' }));
    expect(Date.parse(now) - then.getTime()).toBeLessThan(10_000);
    expect(Date.parse(now)).toBeGreaterThanOrEqual(then.getTime());
  });

  it('comes back from an image as it was, time included, without telling old news', async () => {
    expect(runtime.empty).toBe(true);
    expect(await runtime.untilQuiet(20_000)).toBe(true);
    const image = join(folder, 'image');
    await runtime.saveImage(image);
    const told = linesOf('follow').length;
    const { now } = runtime.clock;
    const cutShort = runtime.invoker.invoke('fixture-keep', { do: 'hang' });
    await runtime.stop();
    expect((await cutShort).payload).toMatchObject({ errorType: 'Runtime.ExitError' });

    runtime = await start({ image });
    expect(runtime.empty).toBe(false);
    expect(runtime.clock.now().getTime()).toBeGreaterThanOrEqual(now().getTime() - 1);
    expect(await ask({ do: 'store', key: 'allowed/a', body: 'x' })).toStrictEqual({ refused: 'PreconditionFailed' });
    await ask({ do: 'put', item: letter('LETTER#news') });
    await wait(() => followed('LETTER#news').length === 1);
    expect(linesOf('follow')).toHaveLength(told + 1);
  });

  it('begins again as the image says, with nothing of the time between but its warm functions', async () => {
    // Asked at once, by two instances: one is at work to the end.
    const before = await Promise.all([ask({ do: 'tellTime' }), ask({ do: 'tellTime' })]);
    const first = runtime.clock.now().getTime();
    await runtime.clock.moveTo(new Date(first + 90 * 86_400_000));
    await ask({ do: 'store', key: 'allowed/between', body: 'x' });
    await ask({ do: 'send', body: 'poison' });
    await ask({ do: 'put', item: letter('LETTER#between') });
    await wait(() => runtime.messagesIn('Fixture-Data-Dead').includes('poison'));
    const told = linesOf('follow').length;
    runtime.faults.set([{ operation: 'PutItem', action: 'throttle', times: 9 }]);
    const cutShort = runtime.invoker.invoke('fixture-keep', { do: 'hang' });

    runtime = await runtime.beginAgain(listening);
    expect((await cutShort).payload).toMatchObject({ errorType: 'Runtime.ExitError' });
    expect(runtime.clock.now().getTime() - first).toBeLessThan(60 * 60_000);
    expect(runtime.faults.list()).toStrictEqual([]);
    expect(runtime.messagesIn('Fixture-Data-Dead')).not.toContain('poison');
    expect(await runtime.untilQuiet(20_000)).toBe(true);
    expect(await ask({ do: 'store', key: 'allowed/a', body: 'x' })).toStrictEqual({ refused: 'PreconditionFailed' });
    expect(await ask({ do: 'store', key: 'allowed/between', body: 'x' })).toStrictEqual({ ok: true });
    expect(before.map(pidOf)).toContain(pidOf(await ask({ do: 'tellTime' })));
    await ask({ do: 'send', body: 'heard anew' });
    expect(overheard.join('\n')).toContain('queue Fixture-Data-Work: heard anew');
    await ask({ do: 'put', item: letter('LETTER#afterwards') });
    await wait(() => followed('LETTER#afterwards').length === 1);
    expect(linesOf('follow')).toHaveLength(told + 1);
  });

  it('keeps everything where it was told to, and goes on reading the stream where it stopped', async () => {
    const keepDir = join(folder, 'keep');
    await runtime.stop();
    runtime = await start({ keepDir });
    await ask({ do: 'put', item: letter('LETTER#before') });
    await ask({ do: 'store', key: 'allowed/kept', body: 'x' });
    await ask({ do: 'send', body: 'poison' });
    await wait(() => runtime.messagesIn('Fixture-Data-Dead').includes('poison'));
    await wait(() => followed('LETTER#before').length === 1);
    writeFileSync(keptSeededMark(keepDir), '');
    await runtime.stop();

    runtime = await start({ keepDir });
    expect(runtime.empty).toBe(false);
    expect(await ask({ do: 'store', key: 'allowed/kept', body: 'y' })).toStrictEqual({ refused: 'PreconditionFailed' });
    expect(runtime.messagesIn('Fixture-Data-Dead')).toContain('poison');
    await ask({ do: 'put', item: letter('LETTER#after') });
    await wait(() => followed('LETTER#after').length === 1);
    expect(followed('LETTER#before')).toHaveLength(1);
  });
});
