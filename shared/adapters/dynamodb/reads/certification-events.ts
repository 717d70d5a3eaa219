import * as z from 'zod';
import type { Store } from '../../../application/ports/store.ts';
import { bodyOf, headOfBody } from '../body-parts.ts';
import { keys, partitions } from '../keys.ts';
import { parseItem } from '../parse-item.ts';
import { getItem, queryAll } from '../read-items.ts';
import type { Table } from '../table.ts';
import { listOf, pageOf } from './lists.ts';

const counter = z.object({ last: z.int().positive() });

/** Certification events with their bodies, participants and timers. */
export const certificationEventReads = (
  table: Table,
): Pick<
  Store,
  | 'body'
  | 'bodyWithoutParticipants'
  | 'certificationEvents'
  | 'chunkExists'
  | 'nextCertificationEventNumber'
  | 'participants'
  | 'participantsPage'
  | 'participantsOfDistrict'
  | 'messagesOf'
  | 'timersOf'
> => ({
  async body(certificationEventId, bodyId) {
    const items = await queryAll(table, partitions.body(certificationEventId, bodyId), { consistent: true });
    return bodyOf(items, bodyId);
  },

  async bodyWithoutParticipants(certificationEventId, bodyId) {
    const item = await getItem(table, keys.bodyPart(certificationEventId, bodyId, 0));
    if (!item) throw new Error(`body ${bodyId} does not exist`);
    return headOfBody(item);
  },

  certificationEvents: (year) => listOf(table, 'certificationEvent', partitions.certificationEvents(year)),

  async chunkExists(certificationEventId, revision, chunk) {
    return (await getItem(table, keys.chunk(certificationEventId, revision, chunk))) !== undefined;
  },

  async nextCertificationEventNumber() {
    const item = await getItem(table, keys.certificationEventNumber());
    return item ? parseItem(counter, item).last + 1 : 1;
  },

  // Consistent, since flows iterate over it; screens page without.
  participants: (id) => listOf(table, 'participant', partitions.participants(id), { consistent: true }),

  participantsPage: (id, request) => pageOf(table, 'participant', partitions.participants(id), request),

  participantsOfDistrict: (districtId) =>
    listOf(table, 'participant', partitions.participantsOfDistrict(districtId), { newestFirst: true }),

  messagesOf: (id) => listOf(table, 'message', partitions.messages(id)),

  timersOf: (id) => listOf(table, 'timer', partitions.timers(id)),
});
