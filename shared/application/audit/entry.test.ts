import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { moment } from '../../../test/builders/time.ts';
import { chainStart, sealEntry } from './entry.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const entry = {
  chain: 'participant/evt_1/255901',
  sequence: 1,
  at: moment('2026-05-05T18:00:00.000Z'),
  actor: { userId: 'ana', role: 'LOCAL' },
  command: 'startCertification',
  entity: 'participant',
  before: {},
  after: { status: 'IN_PROGRESS' },
  reason: null,
  requestId: 'r',
  previousHash: chainStart,
};

describe('The hash of an audit entry', () => {
  // Written out, since archives that were given away are verified by it for as long as they last.
  it('is SHA-256 over its format and all that it says, by the names of its members', () => {
    const said = [
      '"actor":{"role":"LOCAL","userId":"ana"}',
      '"after":{"status":"IN_PROGRESS"}',
      '"at":"2026-05-05T18:00:00.000Z"',
      '"before":{}',
      '"chain":"participant/evt_1/255901"',
      '"command":"startCertification"',
      '"entity":"participant"',
      `"previousHash":"${'0'.repeat(64)}"`,
      '"reason":null',
      '"requestId":"r"',
      '"sequence":1',
    ].join(',');
    expect(sealEntry(entry)).toEqual({ ...entry, hash: sha256(`attest.audit.v1\n{${said}}`) });
  });

  it.each([
    { chain: 'participant/evt_1/255903' },
    { sequence: 2 },
    { at: moment('2026-05-05T18:00:00.001Z') },
    { actor: { userId: 'ben', role: 'LOCAL' } },
    { actor: { userId: 'ana', role: 'STATE' } },
    { command: 'submitCertification' },
    { entity: 'run' },
    { before: { status: 'OPEN' } },
    { after: { status: 'SENT' } },
    { reason: 'so it is' },
    { requestId: 's' },
    { previousHash: 'f'.repeat(64) },
  ])('is another one with %j', (change) => {
    expect(sealEntry({ ...entry, ...change }).hash).not.toBe(sealEntry(entry).hash);
  });
});
