import { permittedOnCertificationEvent } from '../../domain/access/permitted.ts';
import { certificationEventLabels } from '../../domain/certification-event/labels.ts';
import { keptUntil } from '../../domain/certification-event/decide-retention.ts';
import { publishingOf } from '../../domain/certification-event/decide-publication.ts';
import { draftOf, publishedOf } from '../../domain/certification-event/lifecycle.ts';
import type { Body, CertificationEvent, Outline } from '../../domain/certification-event/state.ts';
import type { Category } from '../../domain/category/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { reportingYearLabel } from '../../kernel/reporting-year.ts';
import type { Caller } from '../caller.ts';
import { updatableGroups } from '../certification-events/group-updates.ts';
import type { Store } from '../ports/store.ts';

/** Linked groups by name, and those whose newest rules are not the ones that are pinned. */
interface KnownGroups {
  readonly names: ReadonlyMap<string, string>;
  readonly updatable: ReadonlySet<string>;
}

const outlineView = (outline: Outline) => ({
  ...outline,
  reportingYearLabel: reportingYearLabel(outline.reportingYear),
});

const bodyView = ({ pinnedGroups, ...body }: Body, { names: groupNames, updatable }: KnownGroups) => ({
  ...body,
  dataLinks: body.dataLinks.map((link) => {
    if (link.type === 'EXTERNAL_URL') return link;
    const name = pinnedGroups.find((group) => group.groupId === link.groupId)?.name ?? groupNames.get(link.groupId);
    const pinned = pinnedGroups.find(({ groupId }) => groupId === link.groupId);
    const pins = pinned && { pinnedVersion: pinned.groupVersion, updateAvailable: updatable.has(link.groupId) };
    return { ...link, ...(name === undefined ? {} : { name }), ...pins };
  }),
});

/** What is shown as "the" definition: the published one, on its way to be one, or the draft while nothing is published. */
const shownOf = (state: CertificationEvent): { readonly outline: Outline; readonly bodyId: string } => {
  const shown = publishedOf(state) ?? publishingOf(state) ?? draftOf(state);
  if (shown === null) throw new Error(`certification event ${state.id} has no definition to show`);
  return shown;
};

type Shown = Exclude<CertificationEvent, { readonly status: 'DELETED' }>;

export const isShown = (state: CertificationEvent): state is Shown => state.status !== 'DELETED';

/** One line of the state's list. */
export const certificationEventSummary = (state: Shown, caller: Caller) => {
  const { outline } = shownOf(state);
  const published = publishedOf(state);
  const publishing = publishingOf(state);
  return {
    id: state.id,
    number: state.number,
    ...outlineView(outline),
    status: state.status,
    statusLabel: certificationEventLabels[state.status],
    unpublishedChanges: state.status === 'PUBLISHED' && state.draft !== null,
    revision: published?.revision ?? 0,
    participantCount: published?.participantCount ?? publishing?.participantCount ?? 0,
    permittedCommands: permittedOnCertificationEvent(caller.actor, state),
  };
};

export type CertificationEventSummary = ReturnType<typeof certificationEventSummary>;

const knownGroups = async (store: Store, bodies: readonly Body[]): Promise<KnownGroups> => {
  const ids = bodies.flatMap((body) =>
    body.dataLinks.flatMap((link) => (link.type === 'VALIDATION_GROUP' ? [link.groupId] : [])),
  );
  const pinned = bodies.flatMap((body) => body.pinnedGroups);
  const ruleIds = pinned.flatMap((group) => group.rules.map(({ ruleId }) => ruleId));
  const [groups, rules] = await store.loadTogether(
    { entity: 'validationGroup', keys: [...new Set(ids)] },
    { entity: 'rule', keys: [...new Set(ruleIds)] },
  );
  const states = groups.map((read) => read.state);
  return {
    names: new Map(states.map(({ id, name }) => [id, name])),
    updatable: new Set(
      updatableGroups(
        pinned,
        states,
        rules.map((read) => read.state),
      ),
    ),
  };
};

const adminsOf = (category: Category | undefined) =>
  (category?.stateMembers ?? []).map(({ userId, name, role, active, staffStateId }) => ({
    userId,
    name,
    role,
    active,
    staffStateId,
  }));

/** Participants nobody can certify for: told to whoever has published. */
const warningsOf = async (
  store: Store,
  state: CertificationEvent,
): Promise<readonly { code: string; organizationId: OrganizationId; name: string }[]> => {
  if (state.status !== 'PUBLISHED') return [];
  const participants = await store.participants(state.id);
  return participants
    .filter((read) => read.state.status !== 'WITHDRAWN' && !read.state.tasks.some((task) => task.role === 'CERTIFIER'))
    .map(({ state: { organizationId, name } }) => ({ code: 'NO_CERTIFIER', organizationId, name }));
};

const progressOf = async (store: Store, state: CertificationEvent) => {
  const publishing = publishingOf(state);
  if (publishing === null) return null;
  const made = (await store.participants(state.id)).filter(
    (read) => read.state.revision === publishing.revision,
  ).length;
  return { done: Math.min(made, publishing.participantCount), total: publishing.participantCount };
};

/** What it is shown from: the table, and the retention rule of the deployment. */
export interface ViewSource {
  readonly store: Store;
  readonly retentionYears: number;
}

/** `bodies` are given where they were written in this very commit and cannot be read yet. */
export const certificationEventView = async (
  { store, retentionYears }: ViewSource,
  caller: Caller,
  state: CertificationEvent,
  written: ReadonlyMap<string, Body> = new Map(),
) => {
  if (!isShown(state)) throw new Error(`certification event ${state.id} is deleted`);
  const shown = shownOf(state);
  const draft = state.status === 'PUBLISHED' ? state.draft : null;
  const bodyOf = async (bodyId: string): Promise<Body> => written.get(bodyId) ?? store.body(state.id, bodyId);
  const [body, draftBody, category, warnings, progress] = await Promise.all([
    bodyOf(shown.bodyId),
    draft && bodyOf(draft.bodyId),
    shown.outline.categoryId === null ? undefined : store.load('category', shown.outline.categoryId),
    warningsOf(store, state),
    progressOf(store, state),
  ]);
  const groupNames = await knownGroups(store, draftBody ? [body, draftBody] : [body]);
  const publishing = publishingOf(state);
  const published = publishedOf(state);
  return {
    ...certificationEventSummary(state, caller),
    ...bodyView(body, groupNames),
    draft: draft && draftBody && { ...outlineView(draft.outline), ...bodyView(draftBody, groupNames) },
    publishing:
      publishing && progress ? { revision: publishing.revision, progress, problem: publishing.problem } : null,
    progress,
    problem: publishing?.problem ?? null,
    admins: adminsOf(category?.state),
    warnings,
    createdBy: state.createdBy,
    createdAt: state.createdAt,
    copiedFrom: state.copiedFrom,
    publishedAt: published?.publishedAt ?? null,
    publishedBy: published?.publishedBy ?? null,
    closedAt: state.status === 'CLOSED' ? state.closedAt : null,
    closedBy: state.status === 'CLOSED' ? state.closedBy : null,
    comment: state.status === 'CLOSED' ? state.comment : null,
    keptUntil: keptUntil(state, retentionYears, caller.agency.timeZone),
    legalHold: state.status === 'CLOSED' ? state.legalHold : null,
    deletion: state.status === 'CLOSED' ? state.deletion : null,
  };
};

export type CertificationEventView = Awaited<ReturnType<typeof certificationEventView>>;
