import * as z from 'zod';
import type { StoredObject } from '../../../domain/validation-run/state.ts';
import { exactly } from './exactly.ts';
import { count } from './primitives.ts';

export const storedObject = exactly<StoredObject>()(
  z.strictObject({
    key: z.string(),
    bytes: count,
    sha256: z.string(),
  }),
);
