import { submittersOf } from '../../../domain/participant/context.ts';
import type { Participant } from '../../../domain/participant/state.ts';
import { chunksOf } from '../../../kernel/chunks-of.ts';
import { fenceRowOf } from '../../ports/fence-row.ts';

/**
 * A transaction has room for a hundred items; a participant needs seven (itself, the snapshot, an entry of each, its lanes, the pin, a
 * message), and all need one for the fence they share.
 */
const mostTogether = 10;

/** A school's rows are extracted; of whoever has signed each is told that it must be done again, and nobody knows how many those are. */
const goesAlone = (participant: Participant): boolean =>
  participant.level === 'SCHOOL' || submittersOf(participant).length > 0;

/**
 * Whose snapshots share a transaction. Districts that share a fence row go together, so that two commits at a time do not meet on
 * one. Schools go alone and in their order: the next one needs the files of the same district.
 */
export const groupsOf = (participants: readonly Participant[]): readonly (readonly Participant[])[] => {
  const rows = Map.groupBy(
    participants.filter((one) => !goesAlone(one)),
    ({ organizationId }) => fenceRowOf(organizationId),
  );
  const alone = participants.filter(goesAlone);
  return [...[...rows.values()].flatMap((row) => chunksOf(row, mostTogether)), ...alone.map((one) => [one])];
};
