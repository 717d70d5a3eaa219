import * as z from 'zod';
import type { Operation } from '../../contracts/operations/operation.ts';

const unwrapped = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrapped(z.instanceof(z.ZodType).parse(schema.unwrap()))
    : schema;

/**
 * A raw query as the object its schema expects: a repeated parameter is a list where the schema takes one, else it stays
 * a list and the schema refuses it. Read from the raw text, since the gateway joins repeats by commas.
 */
export const queryObject = (schema: Operation['query'], rawQuery: string): Readonly<Record<string, unknown>> => {
  const given = new URLSearchParams(rawQuery);
  const entries = [...new Set(given.keys())].map((name): [string, unknown] => {
    const values = given.getAll(name);
    const member = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    const takesList = member instanceof z.ZodType && unwrapped(member) instanceof z.ZodArray;
    return [name, takesList || values.length !== 1 ? values : values[0]];
  });
  return Object.fromEntries(entries);
};
