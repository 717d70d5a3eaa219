import * as z from 'zod';
import { reportLink } from './run.ts';

const key = z.record(z.string(), z.string());
const count = z.int();

export const snapshotReport = reportLink.extend({
  prior: z.object({ id: z.string(), certificationEventId: z.string(), takenAt: z.string() }).nullable(),
  aggregates: z.array(
    z.object({
      dataset: z.string(),
      schoolId: z.string().nullable(),
      rows: count,
      priorRows: count.nullable(),
      delta: count.nullable(),
      deltaPercent: z.number().nullable(),
    }),
  ),
});

const changes = { added: count, removed: count, changed: count };

export const snapshotDiff = z.object({
  items: z.array(
    z.object({
      dataset: z.string(),
      kind: z.enum(['ADDED', 'REMOVED', 'CHANGED']),
      /** Those it belongs to on either side, by itself or through other datasets. */
      schoolIds: z.array(z.string()),
      key,
      changedColumns: z.array(z.string()),
    }),
  ),
  nextCursor: z.string().nullable(),
  total: z.int().optional(),
  /** False where there are too many rows to list them all; the counts are exact. */
  complete: z.boolean(),
  counts: z.array(
    z.object({
      dataset: z.string(),
      ...changes,
      /** The 500 in which most rows changed. A row of several schools counts for each; null: of no school that is known. */
      schools: z.array(z.object({ schoolId: z.string().nullable(), ...changes })),
    }),
  ),
});

const link = z.object({ url: z.string(), expiresAt: z.string() }).nullable();
const copy = z.object({ version: z.string(), rows: count, acceptedAt: z.string() }).nullable();

const differences = { onlyInDistrict: count, onlyInState: count, different: count };

export const reconciliation = z
  .object({
    id: z.string(),
    organizationId: z.string(),
    inSync: z.boolean(),
    datasets: z.array(
      z.object({
        dataset: z.string(),
        inSync: z.boolean(),
        district: copy,
        state: copy,
        ...differences,
        /** Those in which most rows differ first, those that are the same last. A row that belongs to several counts for each of them. */
        schools: z.array(
          z.object({
            /** Null: rows of no school that is known. */
            schoolId: z.string().nullable(),
            /** Null where the rows reach their school through another dataset, and are not counted by school. */
            districtRows: count.nullable(),
            stateRows: count.nullable(),
            ...differences,
          }),
        ),
        /** False where there are more than 500 of them; `countsFile` has all that differ. */
        schoolsComplete: z.boolean(),
        /** The first keys of each kind; the file holds more. */
        keys: z.object({ onlyInDistrict: z.array(key), onlyInState: z.array(key), different: z.array(key) }),
      }),
    ),
    /** False where there are too many rows for the file to hold them all; the counts are exact. */
    complete: z.boolean(),
    file: link,
    /** The counts by dataset and school. */
    countsFile: link,
  })
  .meta({ id: 'Reconciliation' });
