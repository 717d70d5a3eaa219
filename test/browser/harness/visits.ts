import { grandBend } from '../../story/certification-event.ts';
import type { Person } from '../../story/client.ts';
import { expectStatus, listAt, textAt } from '../../story/read.ts';

export interface Visit {
  readonly as: 'state-admin' | 'grand-bend-admin' | 'grand-bend-certifier';
  readonly path: string;
  /** It is made of what those before it have read: nothing more is asked for. */
  readonly isStill?: true;
}

const firstOf = async (admin: Person, path: string, id: string): Promise<string> => {
  const [first = {}] = listAt(expectStatus(await admin.get(path), 200), 'items');
  return textAt(first, id);
};

/**
 * How each address of the pages is visited: by whom, and with what of the seeded system in it. In this order each asks for
 * something that those before it did not show.
 */
export const visits = async (admin: Person): Promise<Readonly<Record<string, Visit>>> => {
  const event = await firstOf(admin, '/v1/certification-events?status=PUBLISHED', 'id');
  const category = await firstOf(admin, '/v1/categories', 'id');
  const rule = await firstOf(admin, '/v1/rules', 'id');
  const group = await firstOf(admin, '/v1/validation-groups', 'id');
  const state = (path: string): Visit => ({ as: 'state-admin', path });
  const district = (path: string): Visit => ({ as: 'grand-bend-admin', path });
  const certifier = (path: string): Visit => ({ as: 'grand-bend-certifier', path });
  return {
    '/administration': { ...state('/administration'), isStill: true },
    '/certification-events': state('/certification-events'),
    '/certification-events/new': state('/certification-events/new'),
    '/certification-events/$eventId/edit': state(`/certification-events/${event}/edit`),
    '/certification-events/$eventId': state(`/certification-events/${event}`),
    '/certification-events/$eventId/participants/$orgId': state(
      `/certification-events/${event}/participants/${grandBend}`,
    ),
    '/event-report': state(`/event-report?eventId=${event}`),
    '/dashboard': state('/dashboard'),
    '/categories': state('/categories'),
    '/categories/$id': state(`/categories/${category}`),
    '/people': state('/people'),
    '/people/$userId': state('/people/grand-bend-certifier'),
    '/organizations': state('/organizations'),
    '/rules': state('/rules'),
    '/rules/new': { ...state('/rules/new'), isStill: true },
    '/rules/$id': state(`/rules/${rule}`),
    '/groups': state('/groups'),
    '/groups/new': state('/groups/new'),
    '/groups/$id': state(`/groups/${group}`),
    '/datasets': state('/datasets'),
    '/datasets/new': { ...state('/datasets/new'), isStill: true },
    '/datasets/$name': state('/datasets/students'),
    '/settings': { ...state('/settings'), isStill: true },
    '/audit': state('/audit'),
    '/data': district('/data'),
    '/members': district('/members'),
    '/members/$id': district(`/members/${category}`),
    '/certifications': certifier('/certifications'),
    '/certifications/$eventId/$orgId': certifier(`/certifications/${event}/${grandBend}`),
    '/messages': district('/messages'),
  };
};
