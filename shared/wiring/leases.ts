import { createLeases } from '../adapters/dynamodb/leases.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import type { Leases } from '../application/ports/leases.ts';
import { env } from '../runtime/env.ts';

export const leases = (): Leases => createLeases(openTable(env('TABLE_NAME')));
