import type { LinkProps } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import type { Me } from '../api/shapes.ts';

export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  /** In the catalogue of the shell. */
  readonly label: ParseKeys;
  readonly isFor: (me: Me) => boolean;
}

type Tool = 'CERTIFICATION_EVENT' | 'DATASETS' | 'CERTIFICATION_CATEGORY' | 'EVENT_MANAGEMENT' | 'SETTINGS';

const holds = (me: Me, tool: Tool): boolean => (me.rights[tool] ?? '') !== '';
const local = (tool: Tool) => (me: Me) => me.side === 'LOCAL' && holds(me, tool);

/**
 * The places of the navigation, in their order, each with whom it is shown to. It spares people dead ends; what they may
 * do there the API decides.
 */
const places: readonly Place[] = [
  { to: '/certifications', label: 'nav.certifications', isFor: local('CERTIFICATION_EVENT') },
  { to: '/data', label: 'nav.data', isFor: local('DATASETS') },
  { to: '/messages', label: 'nav.messages', isFor: () => true },
];

export const placesOf = (me: Me): readonly Place[] => places.filter(({ isFor }) => isFor(me));

/** Where a person's work begins. */
export const startOf = (me: Me): Place | undefined => placesOf(me)[0];
