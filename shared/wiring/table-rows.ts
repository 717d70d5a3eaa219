import { openTable } from '../adapters/dynamodb/table.ts';
import { createTableRows } from '../adapters/dynamodb/table-rows.ts';
import type { TableRows } from '../application/ports/table-rows.ts';
import { env } from '../runtime/env.ts';

export const tableRows = (): TableRows => createTableRows(openTable(env('TABLE_NAME')));
