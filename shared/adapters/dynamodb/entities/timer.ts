import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import type { CertificationEventId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { idOf, instant } from './primitives.ts';

export const timerForm: EntityForm<'timer'> = {
  schema: exactly<StateOf<'timer'>>()(
    z.strictObject({
      id: z.string(),
      certificationEventId: idOf<CertificationEventId>(),
      kind: z.enum(['FULL_SNAPSHOT', 'CLEANUP_SNAPSHOT']),
      dueAt: instant,
      status: z.enum(['ARMED', 'FIRED', 'CANCELLED']),
    }),
  ),
  packed: false,
  key: keys.timer,
  indexes: ({ id, certificationEventId, dueAt, status }) => ({
    ...listedAs.timerOf(certificationEventId, id),
    ...(status === 'ARMED' ? listedAs.due(id, dueAt) : {}),
  }),
};
