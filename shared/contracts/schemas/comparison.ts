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

export const snapshotDiff = z.object({
  items: z.array(
    z.object({
      dataset: z.string(),
      kind: z.enum(['ADDED', 'REMOVED', 'CHANGED']),
      schoolId: z.string().nullable(),
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
      schoolId: z.string().nullable(),
      added: count,
      removed: count,
      changed: count,
    }),
  ),
});

const copy = z.object({ version: z.string(), rows: count, acceptedAt: z.string() }).nullable();

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
        onlyInDistrict: count,
        onlyInState: count,
        different: count,
        schools: z.array(
          z.object({
            schoolId: z.string(),
            districtRows: count,
            stateRows: count,
            onlyInDistrict: count,
            onlyInState: count,
            different: count,
          }),
        ),
        /** The first keys of each kind; the file holds more. */
        keys: z.object({ onlyInDistrict: z.array(key), onlyInState: z.array(key), different: z.array(key) }),
      }),
    ),
    /** False where there are too many rows for the file to hold them all; the counts are exact. */
    complete: z.boolean(),
    file: z.object({ url: z.string(), expiresAt: z.string() }).nullable(),
  })
  .meta({ id: 'Reconciliation' });
