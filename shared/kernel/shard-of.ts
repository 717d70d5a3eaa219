/** FNV-1a: spreads ids evenly over a few shards, the same in every process for ever. */
export const shardOf = (text: string, shards: number): number => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % shards;
};
