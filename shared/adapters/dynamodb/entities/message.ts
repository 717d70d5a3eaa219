import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import type { CertificationEventId, MessageId, OrganizationId, UserId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { idOf, instant } from './primitives.ts';

/** Packed: a message to a whole state names thousands of people. */
export const messageForm: EntityForm<'message'> = {
  schema: exactly<StateOf<'message'>>()(
    z.strictObject({
      id: idOf<MessageId>(),
      certificationEventId: idOf<CertificationEventId>(),
      sentBy: idOf<UserId>(),
      sentAt: instant,
      subject: z.string(),
      text: z.strictObject({ confidential: z.string() }),
      addressees: z.array(z.tuple([idOf<OrganizationId>(), idOf<UserId>()])),
    }),
  ),
  packed: true,
  key: keys.message,
  indexes: ({ id, certificationEventId }) => listedAs.messageOf(certificationEventId, id),
};
