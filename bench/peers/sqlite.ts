import { declarations } from '../district/declarations.ts';
import type { District } from '../district/files.ts';
import { type Measured, measured } from '../engine/contenders.ts';
import { answersSchema, reportingYear } from '../engine/work.ts';
import { type Answers, mustAnswer } from '../oracle/fingerprint.ts';
import { ask } from '../programs/ask.ts';
import { peerWork } from './dialect.ts';

/** The rules by SQLite over the delivered files. */
export const sqlite = async (district: District, expected: Answers): Promise<Measured> => {
  const files = Object.fromEntries(declarations.map(({ name }) => [name, district.path(name, 'csv')]));
  const told = await ask('sqlite', { work: peerWork('sqlite', reportingYear), files }, answersSchema);
  mustAnswer(`SQLite on ${district.set}`, expected, told.answer);
  return measured(told);
};
