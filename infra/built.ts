import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type FunctionName, functionNames } from './functions.ts';

/** What the build wrote: for which machine, which functions, how big. */
const builtSchema = z.object({
  platform: z.string(),
  arch: z.string(),
  /** By name; `engine` ones run SQL and carry the native engine. */
  functions: z.record(z.enum(functionNames), z.object({ bytes: z.number(), engine: z.boolean() })),
});

export interface Built {
  readonly platform: string;
  readonly arch: string;
  readonly bundleOf: (name: FunctionName) => string;
}

/** Throws when there is no build, or one of another list of functions. */
export const readBuilt = (directory: string): Built => {
  const { platform, arch } = builtSchema.parse(JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')));
  return { platform, arch, bundleOf: (name) => join(directory, 'functions', name) };
};
