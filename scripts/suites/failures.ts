import * as z from 'zod';

/** What a vitest run says of each file and each test. */
export const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z
            .array(z.string())
            .nullish()
            .transform((messages) => messages ?? []),
        }),
      ),
    }),
  ),
});

const linesToldOfEach = 6;
const charactersToldOfLine = 400;

const beginningOf = (message: string): readonly string[] =>
  message
    .split('\n')
    .slice(0, linesToldOfEach)
    .map((line) => line.slice(0, charactersToldOfLine));

/**
 * What failed, a few lines each, from the JSON report of a vitest run: whoever sees only the end of a long output learns
 * it there. A report that is none tells nothing; that it is none is counted elsewhere.
 */
export function failuresOf(report: unknown, root: string): readonly string[] {
  const parsed = vitestReport.safeParse(report);
  if (!parsed.success) return [];
  return parsed.data.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.startsWith(root) ? name.slice(root.length + 1) : name;
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const outside = message === '' ? [] : [file, ...beginningOf(message)];
    return failed.length === 0
      ? outside
      : failed.flatMap(({ fullName, failureMessages }) => [
          `${file}: ${fullName}`,
          ...failureMessages.flatMap(beginningOf),
        ]);
  });
}
