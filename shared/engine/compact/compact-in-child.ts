import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { participantColumn } from '../declaration.ts';
import { countRows } from '../ingest/write-parquet.ts';
import { declaredColumns } from '../run/views.ts';
import { openSandbox } from '../sandbox/instance.ts';
import { quotedName, quotedText, textList } from '../sandbox/sql-text.ts';
import type { CompactedFile, CompactionJob } from './job.ts';

/**
 * One file after the other, as each is sorted already: nothing is sorted anew, so that memory does not grow with the rows, and
 * the rows of a participant lie together, where a reader finds them by the smallest and largest value of each group.
 */
export const compactInChild = async (job: CompactionJob): Promise<CompactedFile> => {
  const { workFolder, declaration, files, target, limits } = job;
  const spill = join(workFolder, 'spill');
  await mkdir(spill, { recursive: true });
  const { connection, lock, close } = await openSandbox(spill, limits);
  try {
    await lock([...files, target]);
    const source = `read_parquet(${textList(files)}, union_by_name = true, filename = true)`;
    const columns = await declaredColumns(connection, declaration, source);
    await connection.run(
      `COPY (SELECT parse_filename(filename, true) AS ${quotedName(participantColumn)}, ${columns} FROM ${source})
        TO ${quotedText(target)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
    );
    const { rows } = await countRows(connection, { ...declaration, schoolColumn: null }, target);
    return { rows };
  } finally {
    close();
  }
};
