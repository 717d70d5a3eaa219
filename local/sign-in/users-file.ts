import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { PoolUser } from './users.ts';

const users = z.array(
  z.object({
    username: z.string(),
    sub: z.string(),
    attributes: z.record(z.string(), z.string()),
    enabled: z.boolean(),
    createdAt: z.string(),
    modifiedAt: z.string(),
  }),
);

/** The users kept in a file; nobody when it does not exist yet. Throws on a file that is none of ours. */
export const readUsers = (file: string): PoolUser[] =>
  existsSync(file) ? users.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

/** Replaces the file as a whole, so that a crash leaves the old or the new one. */
export function writeUsers(file: string, everybody: readonly PoolUser[]): void {
  writeFileSync(`${file}.new`, JSON.stringify(everybody, undefined, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
