import { shardOf } from '../../kernel/shard-of.ts';

export const fenceRows = 32;

/** Which of a certification event's fence rows a commit about this organization checks. */
export const fenceRowOf = (organizationId: string): number => shardOf(organizationId, fenceRows);
