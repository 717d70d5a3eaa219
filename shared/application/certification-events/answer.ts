import type { Body, CertificationEvent } from '../../domain/certification-event/state.ts';
import type { Versioned } from '../entities.ts';
import type { Insert } from '../ports/unit-of-work.ts';

/** The bodies a commit writes, by id: an answer that is part of the commit cannot read them from the store yet. */
export type WrittenBodies = ReadonlyMap<string, Body>;

/** What is answered about a certification event as the command leaves it. */
export type AnswerOf<Answer> = (
  after: Versioned<CertificationEvent>,
  written: WrittenBodies,
) => Answer | Promise<Answer>;

export const bodiesIn = (inserts: readonly Insert[]): WrittenBodies =>
  new Map(inserts.flatMap((insert) => (insert.row === 'body' ? [[insert.bodyId, insert.body] as const] : [])));
