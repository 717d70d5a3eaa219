import { expect, onTestFinished, test, vi } from 'vitest';
import { moment } from '../../test/builders/time.ts';
import { logger } from './logger.ts';
import { meterInto } from './meter.ts';

const linesOf = (act: () => void): readonly string[] => {
  // Other tests of the same process may have silenced it.
  const before = logger.getLevelName();
  onTestFinished(() => logger.setLogLevel(before));
  logger.setLogLevel('INFO');
  const written: string[] = [];
  const output = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  act();
  output.mockRestore();
  return written;
};

test('counts are one line that CloudWatch reads numbers from, by the names it is told in the same line', () => {
  const at = moment('2026-05-05T18:00:00Z');
  const measures = [
    { metric: 'RunsStarted', value: 1 },
    { metric: 'RunWait', value: 75 },
    { metric: 'RunsStarted', value: 1 },
  ] as const;
  const [line = '', ...more] = linesOf(() => meterInto('Attest/dev').count(measures, at));
  expect(more).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({
    service: 'attest',
    RunsStarted: [1, 1],
    RunWait: [75],
    _aws: {
      Timestamp: Date.parse('2026-05-05T18:00:00Z'),
      CloudWatchMetrics: [
        {
          Namespace: 'Attest/dev',
          Dimensions: [['service']],
          Metrics: [
            { Name: 'RunsStarted', Unit: 'Count' },
            { Name: 'RunWait', Unit: 'Seconds' },
          ],
        },
      ],
    },
  });
});
