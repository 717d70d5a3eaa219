import { type Found, type Invariant, none } from '../invariant.ts';

/** An alert's id is made of its occasion and its reader, so that a repeat finds it there: `deliver-notification`. */
export const oneAlertAnOccasion: Invariant = {
  number: 26,
  slug: 'one-alert-an-occasion',
  sentence: 'A person is told of an occasion once.',
  check: ({ own, live }): Found => {
    // Where the clock stands still, two occasions of one kind look like one.
    if (!live) return none;
    const alerts = own.rows('alert').map(({ alert }) => alert);
    const byOccasion = Map.groupBy(alerts, ({ userId, kind, certificationEventId, organizationId, postedAt, name }) =>
      [userId, kind, certificationEventId, organizationId, postedAt, name].join(' '),
    );
    return [...byOccasion]
      .filter(([, same]) => same.length > 1)
      .map(([occasion, same]) => `alerts ${same.map(({ id }) => id).join(', ')}: told twice of ${occasion}`);
  },
};
