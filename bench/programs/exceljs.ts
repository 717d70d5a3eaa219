import * as z from 'zod';
import { openFindings, parsedRow } from '../../shared/engine/findings/findings.ts';
import { tell } from './tell.ts';

const question = z.object({ findingsFile: z.string(), columns: z.array(z.string()), target: z.string() });

interface Streaming {
  readonly stream: {
    readonly xlsx: {
      readonly WorkbookWriter: new (options: {
        readonly filename: string;
      }) => {
        addWorksheet: (name: string) => { addRow: (cells: readonly unknown[]) => { commit: () => void } };
        commit: () => Promise<void>;
      };
    };
  };
}

// No dependency of ours: its name is no literal, so that nothing looks for it before it is asked for.
const packageName: string = 'exceljs';
const loaded = z.object({ default: z.custom<Streaming>((value) => typeof value === 'object') });

/** The rows of a findings file as XLSX, as exceljs streams them. */
await tell(async (text) => {
  const { findingsFile, columns, target } = question.parse(JSON.parse(text));
  const { default: exceljs } = loaded.parse({ ...(await import(packageName)) });
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: target });
  const sheet = workbook.addWorksheet('R1');
  sheet.addRow(columns).commit();
  const findings = await openFindings(findingsFile);
  let rows = 0;
  for await (const texts of findings.rowTexts('R1'))
    for (const one of texts) {
      const row = parsedRow(one);
      sheet.addRow(columns.map((column) => row[column])).commit();
      rows += 1;
    }
  findings.close();
  await workbook.commit();
  return { rows };
});
