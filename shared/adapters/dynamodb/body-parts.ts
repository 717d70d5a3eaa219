import * as z from 'zod';
import type { Body } from '../../domain/certification-event/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { bodyWithoutParticipants } from './entities/body.ts';
import { idOf } from './entities/primitives.ts';
import { type Item, parseItem } from './parse-item.ts';

const idsInPart = 1_000;

const head = z.object({ body: bodyWithoutParticipants, everyone: z.boolean(), idParts: z.int().nonnegative() });
const continuation = z.object({ ids: z.array(idOf<OrganizationId>()) });

const slices = (ids: readonly OrganizationId[]): readonly (readonly OrganizationId[])[] =>
  Array.from({ length: Math.ceil(ids.length / idsInPart) }, (_, index) =>
    ids.slice(index * idsInPart, (index + 1) * idsInPart),
  );

/** Ruling B: the first row holds everything but the participants, which follow in rows of at most a thousand ids. */
export const bodyParts = ({ participants, ...body }: Body): readonly Item[] => {
  if ('all' in participants) return [{ body, everyone: true, idParts: 0 }];
  const parts = slices(participants);
  return [{ body, everyone: false, idParts: parts.length }, ...parts.map((ids) => ({ ids }))];
};

export const headOfBody = (item: Item): Omit<Body, 'participants'> => parseItem(head, item).body;

/** Throws when a row is missing or damaged. */
export const bodyOf = (items: readonly Item[], name: string): Body => {
  const [first, ...rest] = items;
  if (!first) throw new Error(`body ${name} does not exist`);
  const { body, everyone, idParts } = parseItem(head, first);
  if (idParts !== rest.length) throw new Error(`body ${name} has ${rest.length} of ${idParts} rows of participants`);
  const participants = rest.flatMap((item) => parseItem(continuation, item).ids);
  return { ...body, participants: everyone ? { all: true } : participants };
};
