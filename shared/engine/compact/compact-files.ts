import * as z from 'zod';
import { askEngine, type EngineOptions } from '../sandbox/ask-engine.ts';
import type { CompactedFile, CompactionJob } from './job.ts';

const answerSchema = z.object({ rows: z.int() });

/** In a process of its own, whose death is a fault of this job and of nothing else. */
export const compactFiles = (job: CompactionJob, options: EngineOptions = {}): Promise<CompactedFile> =>
  askEngine({ job: { kind: 'compact', job }, limits: job.limits, answer: answerSchema }, options);
