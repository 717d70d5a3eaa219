import { createOutboxRows } from '../adapters/dynamodb/outbox-rows.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import type { OutboxRows } from '../application/ports/outbox-rows.ts';
import { env } from '../runtime/env.ts';

export const outboxRows = (): OutboxRows => createOutboxRows(openTable(env('TABLE_NAME')));
