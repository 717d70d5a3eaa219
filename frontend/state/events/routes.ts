import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listPages } from '../../parts/list-pages.ts';
import type { PagesContext } from '../../shell/pages-context.ts';
import { oneOf, oneText, someOf } from '../../shell/search-values.ts';
import { signedInRoute } from '../../shell/signed-in-route.tsx';
import { eventQuery } from './event-query.ts';
import {
  type EditorStep,
  editorSteps,
  eventSorts,
  eventStatuses,
  participantSorts,
  participantStatuses,
  type ViewerView,
  viewerViews,
} from './event-words.ts';
import { categoriesQuery, datasetsQuery, groupsQuery } from './library.ts';
import { participantQuery } from './participant-query.ts';
import { participantsList, type ParticipantsWish } from './participants-list.ts';

interface EventsSearch {
  readonly name?: string | undefined;
  readonly status?: (typeof eventStatuses)[number][] | undefined;
  readonly reportingYear?: string | undefined;
  readonly sort?: (typeof eventSorts)[number] | undefined;
  /** Without it the first. */
  readonly page?: string | undefined;
}

const eventsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/certification-events',
  validateSearch: (given: Record<string, unknown>): EventsSearch => ({
    name: oneText(given['name']),
    status: someOf(eventStatuses, given['status']),
    reportingYear: oneText(given['reportingYear']),
    sort: oneOf(eventSorts, given['sort']),
    page: oneText(given['page']),
  }),
  component: lazyRouteComponent(() => import('./list/events-page.tsx'), 'EventsPage'),
});

interface EditorSearch {
  /** Without it the first. */
  readonly step?: EditorStep | undefined;
}

const editorSearch = (given: Record<string, unknown>): EditorSearch => ({ step: oneOf(editorSteps, given['step']) });

/** What the steps offer is there before anybody types: what fails later would take what was typed with it. */
const loadChoices = ({ queries }: Pick<PagesContext, 'queries'>) =>
  Promise.all([queries.query(categoriesQuery), queries.query(groupsQuery), queries.query(datasetsQuery)]);

const newEventRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/certification-events/new',
  validateSearch: editorSearch,
  loader: ({ context }) => loadChoices(context),
  component: lazyRouteComponent(() => import('./editor/new-event-page.tsx'), 'NewEventPage'),
});

const editEventRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/certification-events/$eventId/edit',
  validateSearch: editorSearch,
  loader: ({ context, params }) =>
    Promise.all([context.queries.query(eventQuery(params.eventId)), loadChoices(context)]),
  component: lazyRouteComponent(() => import('./editor/edit-event-page.tsx'), 'EditEventPage'),
});

interface ViewerSearch extends ParticipantsWish {
  /** Without it the certification status. */
  readonly view?: ViewerView | undefined;
}

const viewerSearch = (given: Record<string, unknown>): ViewerSearch => ({
  view: oneOf(viewerViews, given['view']),
  name: oneText(given['name']),
  status: someOf(participantStatuses, given['status']),
  sort: oneOf(participantSorts, given['sort']),
});

/** The participants are asked for beside the certification event, not after it. What fails is told where they are shown. */
const startParticipants = (
  { queries }: PagesContext,
  eventId: string,
  { view = 'status', ...wish }: ViewerSearch,
): void => {
  if (view === 'status') void Promise.allSettled([queries.infiniteQuery(listPages(participantsList(eventId, wish)))]);
};

const viewerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/certification-events/$eventId',
  validateSearch: viewerSearch,
  loader: ({ context, params: { eventId }, location, preload }) => {
    if (!preload) startParticipants(context, eventId, viewerSearch(location.search));
    return context.queries.query(eventQuery(eventId));
  },
  component: lazyRouteComponent(() => import('./viewer/viewer-page.tsx'), 'ViewerPage'),
});

const participantRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/certification-events/$eventId/participants/$orgId',
  loader: ({ context: { queries }, params }) =>
    Promise.all([queries.query(eventQuery(params.eventId)), queries.query(participantQuery(params))]),
  component: lazyRouteComponent(() => import('./participant/participant-page.tsx'), 'ParticipantPage'),
});

interface EventReportSearch {
  readonly year?: string | undefined;
  readonly eventId?: string | undefined;
  readonly status?: (typeof participantStatuses)[number][] | undefined;
  readonly districts?: readonly string[] | undefined;
  /** Without it they are included. */
  readonly includeReviewers?: 'false' | undefined;
}

const eventReportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/event-report',
  validateSearch: (given: Record<string, unknown>): EventReportSearch => ({
    year: oneText(given['year']),
    eventId: oneText(given['eventId']),
    status: someOf(participantStatuses, given['status']),
    districts: allTexts(given['districts']),
    includeReviewers: oneOf(['false'], given['includeReviewers']),
  }),
  component: lazyRouteComponent(() => import('./report/event-report-page.tsx'), 'EventReportPage'),
});

const allTexts = (value: unknown): readonly string[] | undefined => {
  const texts = [value].flat().filter((text): text is string => typeof text === 'string' && text !== '');
  return texts.length === 0 ? undefined : texts;
};

/** The state's places of certification events. */
export const eventRoutes = [
  eventsRoute,
  newEventRoute,
  editEventRoute,
  viewerRoute,
  participantRoute,
  eventReportRoute,
] as const;
