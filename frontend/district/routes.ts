import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, oneText, someOf } from '../shell/search-values.ts';
import { signedInRoute } from '../shell/signed-in-route.tsx';
import { certificationQuery } from './certification-query.ts';
import { participantStatuses, stepNames, userStatuses, worklistSorts } from './worklist-words.ts';

interface WorklistSearch {
  readonly eventName?: string | undefined;
  readonly schoolName?: string | undefined;
  readonly userStatus?: (typeof userStatuses)[number][] | undefined;
  readonly eventStatus?: (typeof participantStatuses)[number][] | undefined;
  readonly dueAfter?: string | undefined;
  readonly dueBefore?: string | undefined;
  readonly year?: string | undefined;
  /** Without it the active ones only. */
  readonly active?: 'all' | undefined;
  readonly archived?: 'true' | undefined;
  readonly sort?: (typeof worklistSorts)[number] | undefined;
}

const worklistRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/certifications',
  validateSearch: (given: Record<string, unknown>): WorklistSearch => ({
    eventName: oneText(given['eventName']),
    schoolName: oneText(given['schoolName']),
    userStatus: someOf(userStatuses, given['userStatus']),
    eventStatus: someOf(participantStatuses, given['eventStatus']),
    dueAfter: oneText(given['dueAfter']),
    dueBefore: oneText(given['dueBefore']),
    year: oneText(given['year']),
    active: oneOf(['all'], given['active']),
    archived: oneOf(['true'], given['archived']),
    sort: oneOf(worklistSorts, given['sort']),
  }),
  component: lazyRouteComponent(() => import('./worklist-page.tsx'), 'WorklistPage'),
});

interface CertificationSearch {
  /** Without it the steps. */
  readonly view?: 'reports' | 'history' | undefined;
  /** Without it the next one to do. */
  readonly step?: (typeof stepNames)[number] | undefined;
  readonly queuedAfter?: string | undefined;
  readonly queuedBefore?: string | undefined;
}

const certificationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/certifications/$eventId/$orgId',
  validateSearch: (given: Record<string, unknown>): CertificationSearch => ({
    view: oneOf(['reports', 'history'], given['view']),
    step: oneOf(stepNames, given['step']),
    queuedAfter: oneText(given['queuedAfter']),
    queuedBefore: oneText(given['queuedBefore']),
  }),
  loader: ({ context: { queries }, params }) => queries.query(certificationQuery(params)),
  component: lazyRouteComponent(() => import('./certification-page.tsx'), 'CertificationPage'),
});

interface MessagesSearch {
  readonly name?: string | undefined;
  readonly process?: string | undefined;
  readonly postedAfter?: string | undefined;
  readonly postedBefore?: string | undefined;
}

const messagesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/messages',
  validateSearch: (given: Record<string, unknown>): MessagesSearch => ({
    name: oneText(given['name']),
    process: oneText(given['process']),
    postedAfter: oneText(given['postedAfter']),
    postedBefore: oneText(given['postedBefore']),
  }),
  component: lazyRouteComponent(() => import('./messages-page.tsx'), 'MessagesPage'),
});

const dataRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/data',
  component: lazyRouteComponent(() => import('./data/data-page.tsx'), 'DataPage'),
});

const membersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/members',
  component: lazyRouteComponent(() => import('./members/members-page.tsx'), 'MembersPage'),
});

const categoryMembersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/members/$id',
  component: lazyRouteComponent(() => import('./members/category-members-page.tsx'), 'CategoryMembersPage'),
});

/** The places of people in districts and schools. */
export const districtRoutes = [
  worklistRoute,
  certificationRoute,
  messagesRoute,
  dataRoute,
  membersRoute,
  categoryMembersRoute,
] as const;
