import * as z from 'zod';
import { judgeDistrict } from '../oracle/judge.ts';
import { tell } from './tell.ts';

const question = z.object({ files: z.record(z.string(), z.string()), reportingYear: z.int() });

/** The 28 rules by hand, in plain JavaScript over the delivered CSV files. */
await tell(async (text) => {
  const { files, reportingYear } = question.parse(JSON.parse(text));
  return judgeDistrict(files, reportingYear);
});
