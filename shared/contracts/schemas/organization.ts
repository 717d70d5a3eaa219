import * as z from 'zod';
import { isTimeZone } from '../../kernel/calendar-date.ts';
import { organizationId } from './ids.ts';
import { text } from './text.ts';

const named = { name: text(200), number: text(64) };

/** Ids are the agency's own. The state itself was made when the system was set up. */
export const newOrganizationBody = z.strictObject({
  id: organizationId,
  type: z.enum(['REGION', 'DISTRICT', 'SCHOOL']),
  ...named,
  parentOrganizationId: organizationId.nullable().optional(),
});
export type NewOrganizationBody = z.output<typeof newOrganizationBody>;

export const organizationChanges = z.strictObject({
  name: named.name.exactOptional(),
  number: named.number.exactOptional(),
  parentOrganizationId: organizationId.exactOptional(),
});

// An offset such as +05:00 would be a zone to the engine, but no place changes its clocks by it.
const isPlace = (zone: string): boolean => /^[A-Z]/.test(zone) && isTimeZone(zone);

export const settingsBody = z.strictObject({
  name: text(200),
  shortName: text(40),
  timeZone: text(64).refine(isPlace, 'is not an IANA time zone such as America/Denver'),
  warningPolicy: z.enum(['NONE', 'ACKNOWLEDGE', 'EXPLAIN']).default('NONE'),
});
