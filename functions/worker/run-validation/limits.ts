import type { EngineSize } from '../../../shared/domain/validation-run/engine-size.ts';
import type { RunLimits } from '../../../shared/engine/run/job.ts';

const perRule = { secondsPerRule: 60, rowsPerRule: 1_000_000 };

// 512 MB of the small function's 2.5 GB were measured as fast as 1 GB; the large one may address 8.5 of its 10 GB.
const ofSize: Readonly<Record<EngineSize, Omit<RunLimits, 'secondsPerRun'>>> = {
  SMALL: { ...perRule, memoryMb: 512, threads: 2 },
  LARGE: { ...perRule, memoryMb: 4_096, threads: 6 },
};

/** Of the function's time: to write the findings, the report and the record when the time of the rules is over. */
const secondsToWrite = 60;

/** What a run may take that begins with so much left of the function's time. */
export const limitsOf = (size: EngineSize, remainingMillis: number): RunLimits => ({
  ...ofSize[size],
  secondsPerRun: remainingMillis / 1_000 - secondsToWrite,
});
