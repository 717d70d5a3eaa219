const utf8 = (text: string): number => Buffer.byteLength(text);

/**
 * Bytes of a value as DynamoDB counts them: UTF-8 of texts and attribute names, two digits of a number to a byte, three
 * bytes for a list or map and one for each member.
 */
const valueBytes = (value: unknown): number => {
  if (value === undefined) return 0;
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + (value < 0 ? 2 : 1);
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return value.reduce((sum: number, member: unknown) => sum + 1 + valueBytes(member), 3);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce((sum, [name, member]) => sum + 1 + utf8(name) + valueBytes(member), 3);
  return 1;
};

export const itemBytes = (item: Readonly<Record<string, unknown>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0);
