import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { districtOf } from '../district/files.ts';
import type { SetName } from '../district/sizes.ts';
import { asTheOracle, job, oracle } from '../engine/contenders.ts';
import { ingest } from '../snapshot/ingest.ts';
import type { Figure } from '../figure.ts';
import type { Suite } from '../suite.ts';
import { root } from '../system/place.ts';
import { jobSeconds, queueOf, unitCost } from './model.ts';
import { assumptions, stateOfDistricts } from './state.ts';

interface Sample {
  readonly seconds: number;
  readonly millionRows: number;
}

/** Processor seconds of a validation and of an ingest of one set, each in a fresh process. */
const sampleOf = async (set: SetName): Promise<{ readonly validation: Sample; readonly ingested: Sample }> => {
  const district = await districtOf(set, 'csv', 'sorted');
  const { answers } = await oracle(district);
  const validated = await job(district, 'tuned', {
    formats: ['html'],
    check: asTheOracle(`the job on ${set}`, answers),
  });
  const { answer, cpuMilliseconds } = await ingest(district, 'csv');
  const millionRows = answer.rows / 1e6;
  return {
    validation: { seconds: validated.own.cpuMilliseconds / 1_000, millionRows },
    ingested: { seconds: cpuMilliseconds / 1_000, millionRows },
  };
};

const stateSchema = z.object({
  Type: z.string(),
  get ItemProcessor() {
    return z.object({ States: z.record(z.string(), stateSchema) }).optional();
  },
});
const machineSchema = z.object({ States: z.record(z.string(), stateSchema) });

const participantsInChunk = 50;

/** States that a flow passes for 1,200 participants in chunks of 50, for each of them. */
const transitionsPerParticipant = async (machine: string): Promise<number> => {
  const { States } = machineSchema.parse(JSON.parse(await readFile(join(root, 'statemachines', machine), 'utf8')));
  const count = stateOfDistricts().length;
  const chunks = Math.ceil(count / participantsInChunk);
  const passed = Object.values(States).map(({ Type, ItemProcessor }) =>
    Type === 'Map' ? 1 + chunks * Object.keys(ItemProcessor?.States ?? {}).length : 1,
  );
  return passed.reduce((sum, one) => sum + one, 0) / count;
};

/** Validating and taking in a whole state on AWS: a model, fed with what one job costs here. */
export const fanoutSuite: Suite = {
  name: 'fanout',
  async run({ size }) {
    const small = await sampleOf(size.sets.small);
    const large = await sampleOf(size.sets.middle);
    const districts = stateOfDistricts();
    const validation = unitCost(small.validation, large.validation);
    const ingestion = unitCost(small.ingested, large.ingested);
    const validating = districts.map((one) => jobSeconds(validation, assumptions.parquetMbPerMillionRows, one));
    const ingesting = districts.map((one) => jobSeconds(ingestion, assumptions.csvMbPerMillionRows, one));
    const validated = queueOf(validating);
    const both = queueOf(validating.map((one, place) => one + (ingesting[place] ?? 0)));
    const figures: Figure[] = [
      { name: 'validation: processor seconds in any case', value: validation.fixed, unit: 's' },
      { name: 'validation: processor seconds a million rows', value: validation.perMillionRows, unit: 's' },
      { name: 'CSV to a version: processor seconds in any case', value: ingestion.fixed, unit: 's' },
      { name: 'CSV to a version: processor seconds a million rows', value: ingestion.perMillionRows, unit: 's' },
      { name: 'state validated', value: validated.wallSeconds, unit: 's', aim: { id: 'F2', atMost: 25 } },
      { name: 'state validated: longest job', value: validated.longestSeconds, unit: 's' },
      { name: 'state validated: cost', value: validated.dollars, unit: '$' },
      { name: 'every file taken in and validated', value: both.wallSeconds, unit: 's', aim: { id: 'F2', atMost: 60 } },
      {
        name: 'every file taken in and validated: cost',
        value: both.dollars,
        unit: '$',
        aim: { id: 'F2', atMost: 0.25 },
      },
    ];
    for (const machine of ['publish.asl.json', 'snapshot.asl.json'])
      figures.push({
        name: `${machine}: transitions a participant`,
        value: await transitionsPerParticipant(machine),
        unit: 'transitions',
        aim: { id: 'F1', atMost: 1 },
      });
    return figures;
  },
};
