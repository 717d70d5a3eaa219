import { chainOf } from '../../application/audit/chain.ts';
import type { RunId } from '../../kernel/ids.ts';
import { type Found, type Invariant, none, type Part } from '../invariant.ts';
import { personAt, reaches } from '../people.ts';

const alerts = (part: Part): Found =>
  part.own.rows('alert').flatMap(({ alert }) => {
    const { organizationId, userId, postedAt } = alert;
    if (organizationId === null || reaches(part, personAt(part, userId, postedAt), organizationId)) return none;
    return [`alert ${alert.id}: ${userId} was told of ${organizationId}, which is not his`];
  });

const organizationOfRun = ({ own }: Part, id: RunId): string | undefined => {
  const row = own.entities.get(chainOf('run', id));
  return row?.entity === 'run' ? row.state.organizationId : undefined;
};

const views = (part: Part): Found =>
  part.own.rows('view').flatMap(({ view }) => {
    const organizationId = organizationOfRun(part, view.runId);
    if (organizationId === undefined)
      return [`run/${view.runId}: ${view.userId} saw the report of a run that is missing`];
    const isHis = reaches(part, personAt(part, view.userId, view.at), organizationId);
    return isHis ? none : [`run/${view.runId}: ${view.userId} saw a report of ${organizationId}, which is not his`];
  });

const requests = (part: Part): Found =>
  part.own.of('run').flatMap(({ state }) => {
    const { requestedBy, organizationId, queuedAt } = state;
    if (requestedBy === null || reaches(part, personAt(part, requestedBy, queuedAt), organizationId)) return none;
    return [`run/${state.id}: ${requestedBy} asked for a run of ${organizationId}, which is not his`];
  });

/** What was told and shown. That replies hold nothing foreign is shown by the authorization tests and over HTTP. */
export const toldAndShownWithinReach: Invariant = {
  number: 28,
  slug: 'told-and-shown-within-reach',
  sentence: 'People are told of, are shown and ask for what lies within their reach only.',
  check: (part) => [...alerts(part), ...views(part), ...requests(part)],
};
