import * as z from 'zod';
import type { Level } from '../../../domain/category/state.ts';
import { exactly } from './exactly.ts';

export const level = exactly<Level>()(z.enum(['DISTRICT', 'SCHOOL']));
