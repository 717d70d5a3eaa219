import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The program of a real engine, but its process goes wrong as soon as it has told `mark`. Answers its path. */
export const failingEngine = async (
  folder: string,
  engine: string,
  mark: string,
  goesWrong: string,
): Promise<string> => {
  const path = join(folder, `${crypto.randomUUID()}.mjs`);
  await writeFile(
    path,
    `import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const write = fs.writeSync;
    fs.writeSync = (fd, text) => {
      const written = write(fd, text);
      if (fd === 1 && text.includes(${JSON.stringify(mark)})) { ${goesWrong} }
      return written;
    };
    syncBuiltinESMExports();
    await import(${JSON.stringify(engine)});`,
  );
  return path;
};
