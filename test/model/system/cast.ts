import { bearCreek, grandBend } from '../../builders/people.ts';
import { districts, localPeople, type LocalPerson, newcomers } from './people.ts';

/* Whose places and people a sequence is about: districts that take part themselves, or some of their schools. */

export interface Cast {
  readonly level: 'DISTRICT' | 'SCHOOL';
  /** Those that may become participants. */
  readonly places: readonly string[];
  /** Everybody once for each place that he works for. */
  readonly people: readonly LocalPerson[];
  readonly newcomers: readonly LocalPerson[];
  readonly districtOf: (place: string) => string;
  /** The schools for which somebody is listed. */
  readonly schoolsOf: (name: string) => 'ALL' | readonly string[];
}

const ofDistricts: Cast = {
  level: 'DISTRICT',
  places: districts,
  people: localPeople,
  newcomers,
  districtOf: (place) => place,
  schoolsOf: () => 'ALL',
};

export const schools: readonly { readonly id: string; readonly name: string; readonly district: string }[] = [
  { id: '255903001', name: 'Bear Creek High', district: bearCreek },
  { id: '255901001', name: 'Grand Bend High', district: grandBend },
  { id: '255903002', name: 'Bear Creek Elementary', district: bearCreek },
];

const [high = '', grandBendHigh = '', elementary = ''] = schools.map(({ id }) => id);

/** Who is listed for certain schools alone; all others are for every school of their district. */
const bound: ReadonlyMap<string, readonly string[]> = new Map([
  ['cora', [high]],
  ['zoe', [elementary]],
  ['gina', [grandBendHigh]],
]);

const mainSchool: ReadonlyMap<string, string> = new Map([
  [bearCreek, high],
  [grandBend, grandBendHigh],
]);

const atSchool = (person: LocalPerson): LocalPerson => ({
  ...person,
  organizationId: bound.get(person.name)?.[0] ?? mainSchool.get(person.organizationId) ?? '',
});

const ofAllSchools = localPeople.filter(({ name, organizationId }) => organizationId === bearCreek && !bound.has(name));

const ofSchools: Cast = {
  level: 'SCHOOL',
  places: schools.map(({ id }) => id),
  people: [...localPeople.map(atSchool), ...ofAllSchools.map((one) => ({ ...one, organizationId: elementary }))],
  newcomers: newcomers.map(atSchool),
  districtOf: (place) => schools.find(({ id }) => id === place)?.district ?? place,
  schoolsOf: (name) => bound.get(name) ?? 'ALL',
};

export const castOf = (level: Cast['level']): Cast => (level === 'SCHOOL' ? ofSchools : ofDistricts);
