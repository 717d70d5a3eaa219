import * as z from 'zod';
import type { CertificationEvent, CertificationEventBody } from '../../../api/shapes.ts';
import { clockIn, momentOfClock } from '../../../../shared/kernel/calendar-date.ts';
import { type Instant, instantFromMillis, millisOf, parseInstant } from '../../../../shared/kernel/instant.ts';

/** A definition as its form holds it: texts as they are typed, instants as the agency's clock shows them. */
export interface DefinitionForm {
  /** The version it was loaded in, for If-Match; empty for a new one. It is kept with what was typed. */
  version: string;
  name: string;
  reportingYear: string;
  startDate: string;
  certificationOpensDate: string;
  endDate: string;
  active: boolean;
  description: string;
  categoryId: string;
  groupIds: string[];
  externalLinks: { label: string; url: string }[];
  level: '' | 'DISTRICT' | 'SCHOOL';
  everybody: boolean;
  participants: string[];
  snapshotMethod: '' | 'NONE' | 'ON_CERT_START' | 'FULL';
  missingSnapshotAt: string;
  fullSnapshotAt: string;
  allowDistrictRetake: boolean;
  requiredDatasets: string[];
}

/** What can be seen to be wrong before anything is sent. The rest is the API's to say. */
export const definitionSchema = z.object({
  version: z.string(),
  name: z.string().trim().min(1, 'nameMissing').max(200),
  reportingYear: z.string().min(1, 'yearMissing'),
  startDate: z.string(),
  certificationOpensDate: z.string(),
  endDate: z.string(),
  active: z.boolean(),
  description: z.string().max(20_000),
  categoryId: z.string(),
  groupIds: z.array(z.string()),
  externalLinks: z.array(
    z.object({ label: z.string().trim().min(1, 'labelMissing'), url: z.string().trim().min(1, 'urlMissing') }),
  ),
  level: z.enum(['', 'DISTRICT', 'SCHOOL']),
  everybody: z.boolean(),
  participants: z.array(z.string()),
  snapshotMethod: z.enum(['', 'NONE', 'ON_CERT_START', 'FULL']),
  missingSnapshotAt: z.string(),
  fullSnapshotAt: z.string(),
  allowDistrictRetake: z.boolean(),
  requiredDatasets: z.array(z.string()),
}) satisfies z.ZodType<DefinitionForm>;

export const emptyDefinition = (reportingYear: string): DefinitionForm => ({
  version: '',
  name: '',
  reportingYear,
  startDate: '',
  certificationOpensDate: '',
  endDate: '',
  active: true,
  description: '',
  categoryId: '',
  groupIds: [],
  externalLinks: [],
  level: '',
  everybody: false,
  participants: [],
  snapshotMethod: '',
  missingSnapshotAt: '',
  fullSnapshotAt: '',
  allowDistrictRetake: true,
  requiredDatasets: [],
});

/** Clocks of all zones agree on the seconds. Those of a time that came through the API stay, or saving would change it unseen. */
const clockOf = (instant: string | null, zone: string): string => {
  const moment = instant === null ? undefined : parseInstant(instant);
  if (moment === undefined) return '';
  const seconds = new Date(moment).toISOString().slice(16, -1);
  return clockIn(moment, zone) + (seconds === ':00.000' ? '' : seconds);
};

const momentOf = (text: string, zone: string): Instant | null => {
  const minute = momentOfClock(text, zone);
  const seconds = Number(/T\d{2}:\d{2}:([\d.]+)$/.exec(text)?.[1] ?? 0);
  return minute === undefined ? null : instantFromMillis(millisOf(minute) + seconds * 1_000);
};

/** What an editor goes on with: the unpublished changes, else what is there. */
export const formOf = (event: CertificationEvent, version: string, zone: string): DefinitionForm => {
  const edited = event.draft ?? event;
  return {
    version,
    name: edited.name,
    reportingYear: String(edited.reportingYear),
    startDate: edited.startDate ?? '',
    certificationOpensDate: edited.certificationOpensDate ?? '',
    endDate: edited.endDate ?? '',
    active: edited.active,
    description: edited.description ?? '',
    categoryId: edited.categoryId ?? '',
    groupIds: edited.dataLinks.flatMap((link) => (link.type === 'VALIDATION_GROUP' ? [link.groupId] : [])),
    externalLinks: edited.dataLinks.flatMap((link) =>
      link.type === 'EXTERNAL_URL' ? [{ label: link.label, url: link.url }] : [],
    ),
    level: edited.level ?? '',
    everybody: !Array.isArray(edited.participants),
    participants: Array.isArray(edited.participants) ? edited.participants : [],
    snapshotMethod: edited.snapshotMethod ?? '',
    missingSnapshotAt: clockOf(edited.missingSnapshotAt, zone),
    fullSnapshotAt: clockOf(edited.fullSnapshotAt, zone),
    allowDistrictRetake: edited.allowDistrictRetake,
    requiredDatasets: edited.requiredDatasets,
  };
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What the API gets. A time that does not belong to the chosen method is left out. */
export const bodyOf = (form: DefinitionForm, zone: string): CertificationEventBody => ({
  name: form.name,
  reportingYear: Number(form.reportingYear),
  startDate: orNull(form.startDate),
  certificationOpensDate: orNull(form.certificationOpensDate),
  endDate: orNull(form.endDate),
  active: form.active,
  description: orNull(form.description),
  categoryId: orNull(form.categoryId),
  dataLinks: [
    ...form.groupIds.map((groupId) => ({ type: 'VALIDATION_GROUP' as const, groupId })),
    ...form.externalLinks.map((link) => ({ type: 'EXTERNAL_URL' as const, ...link })),
  ],
  level: form.level === '' ? null : form.level,
  participants: form.everybody ? { all: true } : form.participants,
  snapshotMethod: form.snapshotMethod === '' ? null : form.snapshotMethod,
  missingSnapshotAt: form.snapshotMethod === 'ON_CERT_START' ? momentOf(form.missingSnapshotAt, zone) : null,
  fullSnapshotAt: form.snapshotMethod === 'FULL' ? momentOf(form.fullSnapshotAt, zone) : null,
  allowDistrictRetake: form.allowDistrictRetake,
  requiredDatasets: form.requiredDatasets,
});
