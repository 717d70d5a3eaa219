import type { FieldPath } from 'react-hook-form';
import type { EditorStep } from '../event-words.ts';
import type { DefinitionForm } from './definition-form.ts';

type Place = readonly [step: EditorStep, field: keyof DefinitionForm];

const places: Readonly<Record<string, Place>> = {
  name: ['details', 'name'],
  reportingYear: ['details', 'reportingYear'],
  startDate: ['details', 'startDate'],
  certificationOpensDate: ['details', 'certificationOpensDate'],
  endDate: ['details', 'endDate'],
  description: ['details', 'description'],
  categoryId: ['data', 'categoryId'],
  groupIds: ['data', 'groupIds'],
  externalLinks: ['data', 'externalLinks'],
  dataLinks: ['data', 'groupIds'],
  level: ['participants', 'level'],
  participants: ['participants', 'participants'],
  snapshotMethod: ['snapshots', 'snapshotMethod'],
  missingSnapshotAt: ['snapshots', 'missingSnapshotAt'],
  fullSnapshotAt: ['snapshots', 'fullSnapshotAt'],
  requiredDatasets: ['snapshots', 'requiredDatasets'],
};

/** Where in the editor a value is: by its name, or by the pointer with which the API refused it. */
export const placeOf = (name: string): Place | undefined => places[name.replace(/^\//, '').split('/')[0] ?? ''];

/** The field at which a refusal of the API is shown. In what was sent the addresses come after the groups. */
export const fieldOf = (pointer: string, groups: number): FieldPath<DefinitionForm> | undefined => {
  const link = /^\/dataLinks\/(\d+)\/(url|label)$/.exec(pointer);
  if (link === null) return placeOf(pointer)?.[1];
  const index = Number(link[1]) - groups;
  return link[2] === 'url' ? `externalLinks.${index}.url` : `externalLinks.${index}.label`;
};

const steps: Readonly<Record<string, EditorStep>> = {
  NO_PARTICIPANTS: 'participants',
  LEVEL_MISMATCH: 'participants',
  NO_DATA_LINK: 'data',
  CATEGORY_MISSING: 'data',
  CATEGORY_INACTIVE: 'data',
  CATEGORY_NOT_PUBLISHED: 'data',
  CATEGORY_FIXED: 'data',
  GROUP_INACTIVE: 'data',
  RULE_FORBIDDEN: 'data',
  DATES_MISSING: 'details',
  DATES_INVALID: 'details',
  END_IN_PAST: 'details',
  SNAPSHOT_METHOD_MISSING: 'snapshots',
  SNAPSHOT_TIME_INVALID: 'snapshots',
};

/** Where one mends what keeps a certification event from being published. */
export const stepOfRefusal = (code: string): EditorStep | undefined => steps[code];
