import { Logger } from '@aws-lambda-powertools/logger';
import { metricDimension } from '../contracts/metrics.ts';

/**
 * One structured line when a door opens and closes, more only for faults. Keys are fixed; never student data, names or
 * free text from input.
 */
export const logger = new Logger({ serviceName: metricDimension.service });

const placesKept = 4;

/**
 * A fault as a log may hold it: its kind and where it arose. Never its message, which may quote what was read.
 */
export const faultFacts = (fault: unknown): { readonly fault: string; readonly where: readonly string[] } => {
  if (!(fault instanceof Error)) return { fault: 'unknown', where: [] };
  const places = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { fault: fault.name, where: places.slice(0, placesKept).map((line) => line.trim()) };
};
