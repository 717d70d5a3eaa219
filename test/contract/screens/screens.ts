/** A screen of the product: who opens it, where, and what it may ask of the table at most. */
export interface Screen {
  readonly screen: string;
  readonly user: string;
  readonly path: (certificationEventId: string) => string;
  readonly query: string;
  readonly queries: number;
  /** By key. */
  readonly reads: number;
  readonly units: number;
}

const event =
  (rest = '') =>
  (id: string): string =>
    `/v1/certification-events/${id}${rest}`;
const certification =
  (rest = '') =>
  (id: string): string =>
    `/v1/certifications/${id}/255903${rest}`;
const plain = (path: string) => (): string => path;

/** Every screen that the product's articles show, each one request of the API. */
export const screens: readonly Screen[] = [
  {
    screen: 'the state’s list',
    user: 'admin',
    path: plain('/v1/certification-events'),
    query: 'name=tard&status=PUBLISHED',
    queries: 1,
    reads: 0,
    units: 0.5,
  },
  { screen: 'the editor', user: 'admin', path: event(), query: '', queries: 2, reads: 3, units: 6 },
  {
    screen: 'the viewer: certification status',
    user: 'april',
    path: event('/participants'),
    query: 'status=IN_PROGRESS&sort=-name',
    queries: 1,
    reads: 1,
    units: 2,
  },
  {
    screen: 'the viewer: one participant',
    user: 'april',
    path: event('/participants/255903'),
    query: '',
    queries: 0,
    reads: 3,
    units: 4,
  },
  {
    screen: 'the viewer: snapshots',
    user: 'april',
    path: event('/snapshots'),
    query: '',
    queries: 2,
    reads: 1,
    units: 2,
  },
  {
    screen: 'the viewer: datamart views',
    user: 'april',
    path: event('/datamart'),
    query: '',
    queries: 2,
    reads: 1,
    units: 2,
  },
  {
    screen: 'the viewer: audit trail',
    user: 'april',
    path: event('/audit'),
    query: '',
    queries: 1,
    reads: 1,
    units: 2.5,
  },
  {
    screen: 'the district’s list',
    user: 'ana',
    path: plain('/v1/certifications'),
    query: 'eventName=tard&userStatus=INCOMPLETE&year=25-26',
    queries: 1,
    reads: 1,
    units: 1.5,
  },
  { screen: 'the wizard', user: 'ana', path: certification(), query: '', queries: 1, reads: 7, units: 8.5 },
  {
    screen: 'the wizard: report queue',
    user: 'ana',
    path: certification('/runs'),
    query: '',
    queries: 2,
    reads: 2,
    units: 3,
  },
  {
    screen: 'the wizard: history',
    user: 'ana',
    path: certification('/history'),
    query: '',
    queries: 1,
    reads: 2,
    units: 2.5,
  },
  { screen: 'the queue', user: 'ana', path: plain('/v1/runs'), query: 'status=QUEUED', queries: 2, reads: 2, units: 3 },
  {
    screen: 'the Message Center',
    user: 'ana',
    path: plain('/v1/alerts'),
    query: 'process=Batch Report Complete',
    queries: 1,
    reads: 0,
    units: 0.5,
  },
];
