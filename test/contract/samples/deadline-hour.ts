import { createHash } from 'node:crypto';
import type { IdempotencyRecord } from '../../../shared/application/ports/unit-of-work.ts';
import type { Participant } from '../../../shared/domain/participant/state.ts';
import { aJourney } from '../../builders/journey.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An id of the length and the randomness of a real one. */
const ulidOf = (text: string): string =>
  `01KAMZ3Q8${BigInt(`0x${hashOf(text)}`)
    .toString(32)
    .toUpperCase()
    .slice(0, 17)}`;

const realistic = (participant: Participant): Participant =>
  JSON.parse(
    JSON.stringify(participant)
      .replace(/"(evt)_1"/g, (_text, kind: string) => `"${kind}_${ulidOf('evt')}"`)
      .replace(/"(run|snp)-(\d+)"/g, (_text, kind: string, number: string) => `"${kind}_${ulidOf(kind + number)}"`)
      .replace(/"(data|snapshot)-1"/g, (text) => `"${hashOf(text)}"`)
      .replace(/"ana"/g, '"bear-creek-certifier"')
      .replace(/"ben"/g, '"bear-creek-second-certifier"')
      .replace(/"rita"/g, '"bear-creek-reviewer"')
      .replace(/"(ana|ben) Test"/g, '"Maria Gonzalez-Hernandez"')
      .replace('"Bear Creek"', '"Bear Creek Independent School District"'),
  );

const cast = { certifiers: ['ana', 'ben'], reviewers: ['rita'] };

/** A district of two certifiers and a reviewer, new in its certification event. */
export const newParticipant = (): Participant => realistic(aJourney(cast).participant);

/** The moment before the last certifier submits, and after: ids, hashes and names as long as real ones. */
export const lastSubmission = (): { readonly before: Participant; readonly after: Participant } => {
  const journey = aJourney(cast).certifies('ana').on('2026-05-06').starts('ben').worksThrough('ben');
  const before = realistic(journey.participant);
  return { before, after: realistic(journey.on('2026-05-07').submits('ben').participant) };
};

export const submissionRecord = (): IdempotencyRecord => ({
  principal: 'bear-creek-second-certifier',
  operation: 'submitCertification',
  key: '3f1c9a52-4c52-4f2e-9d5b-2a6f0f1f7a10',
  bodyHash: hashOf('body'),
  answer: null,
});
