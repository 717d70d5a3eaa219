import { type Instant, instantFromMillis, millisOf } from '../../kernel/instant.ts';
import type { Upload } from './state.ts';

/** A worker has four minutes; when they are over and one more, it is gone. */
export const checkSeconds = 300;

/** A message that has waited so long may have been lost. Sent twice, it does nothing twice. */
const queueSeconds = 900;

/** From when on an upload that has not ended is taken for left; null while nobody has to do anything about it. */
export const takenUpAgainAt = ({ status, atHandSince }: Pick<Upload, 'status' | 'atHandSince'>): Instant | null => {
  if (atHandSince === null) return null;
  const seconds = status === 'CHECKING' ? checkSeconds : queueSeconds;
  return instantFromMillis(millisOf(atHandSince) + seconds * 1_000);
};
