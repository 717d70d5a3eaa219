import { createDueList } from '../adapters/dynamodb/due-list.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import type { DueList } from '../application/ports/due-list.ts';
import { env } from '../runtime/env.ts';

export const dueList = (): DueList => createDueList(openTable(env('TABLE_NAME')));
