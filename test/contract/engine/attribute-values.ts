import * as z from 'zod';

/** A value as the table's wire writes it. */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: AttributeValues };

export interface AttributeValues {
  readonly [name: string]: AttributeValue;
}

const attributeValue: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ B: z.string() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.literal(true) }),
    z.strictObject({ L: z.array(attributeValue) }),
    z.strictObject({ M: attributeValues }),
  ]),
);

export const attributeValues: z.ZodType<AttributeValues> = z.lazy(() => z.record(z.string(), attributeValue));

const native = (value: AttributeValue): unknown => {
  if ('S' in value) return value.S;
  if ('N' in value) return Number(value.N);
  if ('B' in value) return Buffer.from(value.B, 'base64');
  if ('BOOL' in value) return value.BOOL;
  if ('NULL' in value) return null;
  return 'L' in value ? value.L.map(native) : nativeItem(value.M);
};

export const nativeItem = (item: AttributeValues): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, native(value)]));
