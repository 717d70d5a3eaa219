import type { LinkProps } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import type { Operation } from '../../shared/domain/access/policy.ts';
import type { Me } from '../api/shapes.ts';
import { administrationPlaces } from '../state/administration/places.ts';

export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  /** In the catalogue of the shell. */
  readonly label: ParseKeys;
  readonly isFor: (me: Me) => boolean;
}

const permits =
  (...operations: readonly Operation[]) =>
  (me: Me): boolean =>
    operations.some((operation) => me.permittedCommands.includes(operation));
const local =
  (operation: Operation) =>
  (me: Me): boolean =>
    me.side === 'LOCAL' && permits(operation)(me);
const state =
  (...operations: readonly Operation[]) =>
  (me: Me): boolean =>
    me.side === 'STATE' && permits(...operations)(me);

/**
 * The places of the navigation, in their order, each with whom it is shown to. It spares people dead ends; what they may
 * do there the API decides.
 */
const places: readonly Place[] = [
  { to: '/certifications', label: 'nav.certifications', isFor: local('listCertifications') },
  { to: '/data', label: 'nav.data', isFor: local('getDataStatus') },
  { to: '/members', label: 'nav.members', isFor: local('listLocalMembers') },
  { to: '/people', label: 'nav.people', isFor: local('createUser') },
  { to: '/dashboard', label: 'nav.dashboard', isFor: state('listCertificationEvents') },
  { to: '/certification-events', label: 'nav.events', isFor: state('listCertificationEvents') },
  { to: '/event-report', label: 'nav.eventReport', isFor: state('getEventReport') },
  { to: '/administration', label: 'nav.administration', isFor: state(...administrationPlaces.map(({ by }) => by)) },
  { to: '/messages', label: 'nav.messages', isFor: () => true },
];

export const placesOf = (me: Me): readonly Place[] => places.filter(({ isFor }) => isFor(me));

/** Where a person's work begins. */
export const startOf = (me: Me): Place | undefined => placesOf(me).find(({ to }) => to !== '/messages');
