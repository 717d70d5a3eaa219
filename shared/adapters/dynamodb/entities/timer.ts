import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import type { CertificationEventId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { calendarDate, idOf, instant } from './primitives.ts';

const row = { id: z.string(), dueAt: instant, status: z.enum(['ARMED', 'FIRED', 'CANCELLED']) };
const ofEvent = { certificationEventId: idOf<CertificationEventId>() };

export const timerForm: EntityForm<'timer'> = {
  schema: exactly<StateOf<'timer'>>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ ...row, ...ofEvent, kind: z.literal('FULL_SNAPSHOT') }),
      z.strictObject({ ...row, ...ofEvent, kind: z.literal('CLEANUP_SNAPSHOT') }),
      z.strictObject({ ...row, ...ofEvent, kind: z.literal('REMINDERS'), day: calendarDate }),
      z.strictObject({ ...row, kind: z.literal('DIGEST'), day: calendarDate }),
    ]),
  ),
  packed: false,
  key: keys.timer,
  indexes: (timer) => ({
    ...(timer.kind === 'DIGEST' ? {} : listedAs.timerOf(timer.certificationEventId, timer.id)),
    ...(timer.status === 'ARMED' ? listedAs.due(timer.id, timer.dueAt) : {}),
  }),
};
