import { describe, expect, it } from 'vitest';
import { hasEnded } from '../../local/flows/execution/history.ts';
import { leftBehind, momentsIn, type Line, type Recording, recordings } from './upgrade/recording.ts';
import { handedOver, notUnderstood } from './upgrade/understood.ts';

/** Each item is read as it lay at some of the moments: most are written over later on. */
const momentsBetween = 25;

const changed = (recording: Recording, change: (line: Line) => Line): Recording => ({
  ...recording,
  lines: recording.lines.map(change),
});

/** A task of a machine that is new, or called otherwise, wants a new recording; older ones stay as they are. */
it('the newest recording holds every kind of task, and messages of every queue that people cause', () => {
  const newest = recordings.slice(-1).flatMap(handedOver);
  const kinds = newest.map(({ what, text }) => `${what} ${JSON.parse(text).task ?? ''}`.trim());
  expect([...new Set(kinds)].toSorted()).toEqual(
    [
      'message of a schedule',
      'message of notify',
      'message of run',
      ...['plan', 'create-participants', 'flip'].map((task) => `task of publish ${task}`),
      ...['plan', 'take', 'finish'].map((task) => `task of snapshot ${task}`),
      ...['tell-approvers', 'tell-members', 'conclude', 'await-decision'].map((task) => `task of approval ${task}`),
    ].toSorted(),
  );
});

describe.each(recordings)('$name', (recording) => {
  const looked = momentsIn(recording).filter(
    (_, index, { length }) => index % momentsBetween === 0 || index === length - 1,
  );

  it('is understood from its first moment to its last', async () => {
    for (const upTo of looked) await expect(notUnderstood(recording, upTo), `up to line ${upTo}`).resolves.toEqual([]);
  });

  it('leaves work of every kind to whoever comes after it', () => {
    const left = looked.map((upTo) => leftBehind(recording, upTo));
    const executions = left.map(({ image }) => image.executions.filter((execution) => !hasEnded(execution)));
    expect(left.filter(({ messages }) => messages.length > 0).length).toBeGreaterThan(2);
    expect(left.filter(({ unsent }) => unsent.length > 0).length).toBeGreaterThan(2);
    expect(executions.filter((running) => running.length > 0).length).toBeGreaterThan(2);
    expect(executions.flat().filter(({ tokens }) => Object.keys(tokens).length > 0).length).toBeGreaterThan(2);
  });

  it.each<[string, RegExp, (line: Line) => Line]>([
    [
      'a message',
      /^message of run: /,
      (line) =>
        'sent' in line && line.sent.queue === 'run' ? { sent: { ...line.sent, body: '{"version":2}' } } : line,
    ],
    [
      'an item',
      /EVT#/,
      (line) => ('operation' in line ? JSON.parse(JSON.stringify(line).replaceAll('"revision"', '"edition"')) : line),
    ],
    [
      'the input of a task',
      /^task of publish: /,
      (line) =>
        'execution' in line ? JSON.parse(JSON.stringify(line).replaceAll('create-participants', 'create')) : line,
    ],
  ])('would fail for %s that nobody reads any more', async (_kind, problem, change) => {
    const found = await notUnderstood(changed(recording, change), recording.lines.length);
    expect(found).toContainEqual(expect.stringMatching(problem));
  });
});
