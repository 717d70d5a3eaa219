import { organizationId } from '../../../shared/kernel/ids.ts';
import { bearCreek, grandBend } from '../../builders/people.ts';

export const elkRidge = organizationId('255905');

export interface LocalPerson {
  readonly name: string;
  readonly organizationId: string;
  readonly role: 'CERTIFIER' | 'REVIEWER';
}

const local = (name: string, home: string, role: LocalPerson['role']): LocalPerson => ({
  name,
  organizationId: home,
  role,
});

/** Two certifiers and a reviewer in one district, one of each in another, nobody in the third. */
export const localPeople: readonly LocalPerson[] = [
  local('ana', bearCreek, 'CERTIFIER'),
  local('cora', bearCreek, 'CERTIFIER'),
  local('rita', bearCreek, 'REVIEWER'),
  local('gus', grandBend, 'CERTIFIER'),
  local('gina', grandBend, 'REVIEWER'),
];

/** People of the districts who are on no list at first. */
export const newcomers: readonly LocalPerson[] = [
  local('zoe', bearCreek, 'CERTIFIER'),
  local('hal', grandBend, 'CERTIFIER'),
];

/** Who keeps the list of a district. */
export const managers: ReadonlyMap<string, string> = new Map([
  [bearCreek, 'bea'],
  [grandBend, 'gil'],
]);

export const districts: readonly string[] = [bearCreek, grandBend, elkRidge];
export const groups: readonly string[] = ['grp_tardiness', 'grp_enrollment'];
