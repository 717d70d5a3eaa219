import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeAlone } from '../child.ts';
import { ratio, seconds } from '../figure.ts';
import { inTurn } from '../rounds.ts';
import type { Suite } from '../suite.ts';
import { runBare } from './bare.ts';
import { bearCreekJob } from './bear-creek.ts';
import { runEngine } from './engine.ts';
import { runOverHttp } from './over-http.ts';

/** One validation of Bear Creek: bare DuckDB, the engine around it, and the whole way over HTTP. Each a fresh process. */
export const validationSuite: Suite = {
  name: 'validation',
  async run({ size, system }) {
    const { origin } = await system();
    const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
    try {
      const job = await bearCreekJob(folder);
      const http = await runOverHttp(origin);
      const times = await inTurn(size.rounds, {
        node: nodeAlone,
        bare: () => runBare(job),
        engine: () => runEngine(job),
        http,
      });
      return [
        seconds('bare DuckDB', times('bare')),
        seconds('engine alone', times('engine')),
        seconds('POST run to COMPLETED', times('http')),
        ratio('engine / bare DuckDB', times('engine'), times('bare')),
        ratio('engine / node -e 0', times('engine'), times('node')),
        ratio('POST run to COMPLETED / engine', times('http'), times('engine')),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
