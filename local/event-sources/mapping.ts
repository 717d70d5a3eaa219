import * as z from 'zod';
import type { Resource } from '../runtime.ts';
import { type FilterPattern, parseFilterPattern } from './filter-pattern.ts';

const mappingProperties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.coerce.number().optional(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })).default([]) }).prefault({}),
  StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON']).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.coerce.number().default(-1),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).prefault({}),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number().optional() }).prefault({}),
});

/** An event source mapping of the template, ready to be followed. */
export interface Mapping {
  readonly sourceArn: string;
  /** Name or ARN. */
  readonly functionName: string;
  readonly batchSize: number | undefined;
  readonly reportsItemFailures: boolean;
  /** A record passes when any of them matches; all pass when there is none. */
  readonly filters: readonly FilterPattern[];
  /** False when every filter refuses a table's item for these of its keys, whatever else is in it. */
  readonly mayWant: (keys: Readonly<Record<string, unknown>>) => boolean;
  readonly startingPosition: 'LATEST' | 'TRIM_HORIZON';
  readonly bisect: boolean;
  /** -1: without end. */
  readonly retries: number;
  /** ARN of the queue told about dropped records. */
  readonly onFailure: string | undefined;
  readonly concurrency: number | undefined;
}

/** Throws when a filter uses a comparison that is not emulated. A disabled mapping is left out. */
export function readMappings(resources: readonly Resource[]): Mapping[] {
  return resources.flatMap(({ properties }) => {
    const read = mappingProperties.parse(properties);
    if (!read.Enabled) return [];
    const patterns = read.FilterCriteria.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern));
    return [
      {
        sourceArn: read.EventSourceArn,
        functionName: read.FunctionName,
        batchSize: read.BatchSize,
        reportsItemFailures: read.FunctionResponseTypes.includes('ReportBatchItemFailures'),
        filters: patterns.map(parseFilterPattern),
        mayWant: wantedKeys(patterns),
        startingPosition: read.StartingPosition ?? 'LATEST',
        bisect: read.BisectBatchOnFunctionError,
        retries: read.MaximumRetryAttempts,
        onFailure: read.DestinationConfig.OnFailure?.Destination,
        concurrency: read.ScalingConfig.MaximumConcurrency,
      },
    ];
  });
}

const keyDemands = z.object({ dynamodb: z.object({ Keys: z.record(z.string(), z.unknown()) }) });

function wantedKeys(patterns: readonly unknown[]): Mapping['mayWant'] {
  const demands = patterns.map((pattern) =>
    Object.entries(keyDemands.safeParse(pattern).data?.dynamodb.Keys ?? {}).map(
      ([name, demand]) => [name, parseFilterPattern(demand)] as const,
    ),
  );
  return (keys) =>
    demands.length === 0 ||
    demands.some((demanded) => demanded.every(([name, matches]) => !(name in keys) || matches(keys[name])));
}
