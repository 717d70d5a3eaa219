import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  /** Of the last minute. */
  readonly load: number;
  readonly commit: string;
}

const gb = 1024 ** 3;

export const thisMachine = (): Machine => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  memoryGb: Math.round(totalmem() / gb),
  platform: `${process.platform}-${process.arch}`,
  node: process.version,
  load: loadNow(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
});

export const loadNow = (): number => loadavg()[0] ?? 0;

/** Others were at work too: such a run shows that the benchmark works, not how fast the product is. */
export const isNoisy = ({ load, cores }: Pick<Machine, 'load' | 'cores'>): boolean => load > cores;
