import { describe, expect, it } from 'vitest';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { bodyOf, definitionSchema, emptyDefinition, formOf } from './definition-form.ts';
import { fieldOf, placeOf } from './step-of-field.ts';

const zone = 'America/Denver';

const event: CertificationEvent = {
  id: 'evt_1',
  number: 1,
  name: 'Student Tardiness',
  reportingYear: 2022,
  reportingYearLabel: '21-22',
  startDate: '2022-05-01',
  certificationOpensDate: null,
  endDate: '2022-05-20',
  active: true,
  level: 'DISTRICT',
  categoryId: 'cat_1',
  snapshotMethod: 'ON_CERT_START',
  missingSnapshotAt: '2022-05-10T15:30:00.000Z',
  fullSnapshotAt: null,
  allowDistrictRetake: false,
  status: 'PUBLISHED',
  statusLabel: 'Published',
  unpublishedChanges: false,
  revision: 1,
  participantCount: 2,
  permittedCommands: [],
  description: null,
  dataLinks: [
    { type: 'VALIDATION_GROUP', groupId: 'grp_1', name: 'Attendance' },
    { type: 'EXTERNAL_URL', label: 'Report', url: 'https://example.org/report' },
  ],
  participants: ['255901', '255903'],
  requiredDatasets: ['students'],
  draft: null,
  publishing: null,
  progress: null,
  problem: null,
  admins: [],
  warnings: [],
  createdBy: 'admin',
  createdAt: '2022-04-01T00:00:00.000Z',
  copiedFrom: null,
  publishedAt: null,
  publishedBy: null,
  closedAt: null,
  closedBy: null,
  comment: null,
  legalHold: null,
  keptUntil: null,
  deletion: null,
};

describe('The form of a definition', () => {
  it('sends back what was loaded, without the names of what is linked', () => {
    expect(bodyOf(formOf(event, '"1"', zone), zone)).toEqual({
      name: 'Student Tardiness',
      reportingYear: 2022,
      startDate: '2022-05-01',
      certificationOpensDate: null,
      endDate: '2022-05-20',
      active: true,
      description: null,
      categoryId: 'cat_1',
      dataLinks: [
        { type: 'VALIDATION_GROUP', groupId: 'grp_1' },
        { type: 'EXTERNAL_URL', label: 'Report', url: 'https://example.org/report' },
      ],
      level: 'DISTRICT',
      participants: ['255901', '255903'],
      snapshotMethod: 'ON_CERT_START',
      missingSnapshotAt: '2022-05-10T15:30:00.000Z',
      fullSnapshotAt: null,
      allowDistrictRetake: false,
      requiredDatasets: ['students'],
    });
  });

  it('shows a time as the clocks of the agency do', () =>
    expect(formOf(event, '"1"', zone).missingSnapshotAt).toBe('2022-05-10T09:30'));

  it('leaves a time as it is that was given to the second', () => {
    const exact = { ...event, missingSnapshotAt: '2022-05-10T15:30:07.250Z' };
    const form = formOf(exact, '"1"', zone);
    expect(form.missingSnapshotAt).toBe('2022-05-10T09:30:07.250');
    expect(bodyOf(form, zone).missingSnapshotAt).toBe('2022-05-10T15:30:07.250Z');
  });

  it('goes on with the changes that are not published', () => {
    const { id: _id, ...rest } = event;
    const changed = { ...event, draft: { ...rest, name: 'Tardiness', participants: { all: true as const } } };
    const form = formOf(changed, '"2"', zone);
    expect(form).toMatchObject({ name: 'Tardiness', everybody: true, participants: [], version: '"2"' });
    expect(bodyOf(form, zone).participants).toEqual({ all: true });
  });

  it('leaves out the time of a method that is not chosen', () => {
    const form = { ...formOf(event, '"1"', zone), snapshotMethod: 'FULL' as const, fullSnapshotAt: '' };
    expect(bodyOf(form, zone)).toMatchObject({ missingSnapshotAt: null, fullSnapshotAt: null });
  });

  it('needs a name before anything is sent, and nothing else', () => {
    expect(definitionSchema.safeParse({ ...emptyDefinition('2026'), name: ' ' }).success).toBe(false);
    expect(definitionSchema.safeParse({ ...emptyDefinition('2026'), name: 'Fall' }).success).toBe(true);
  });
});

describe('A value that the API refuses', () => {
  it.each([
    ['/endDate', ['details', 'endDate']],
    ['/dataLinks/0/groupId', ['data', 'groupIds']],
    ['/participants/0', ['participants', 'participants']],
    ['/missingSnapshotAt', ['snapshots', 'missingSnapshotAt']],
    ['/elsewhere', undefined],
  ])('%s is shown in its step, at its field', (pointer, place) => expect(placeOf(pointer)).toEqual(place));

  it('of an address is shown at that address: it was sent after the groups', () =>
    expect(fieldOf('/dataLinks/3/url', 2)).toBe('externalLinks.1.url'));
});
