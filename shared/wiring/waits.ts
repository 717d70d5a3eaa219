import { openTable } from '../adapters/dynamodb/table.ts';
import { createWaits } from '../adapters/dynamodb/waits.ts';
import type { Waits } from '../application/ports/waits.ts';
import { env } from '../runtime/env.ts';

export const waits = (): Waits => createWaits(openTable(env('TABLE_NAME')));
