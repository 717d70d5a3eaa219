import * as z from 'zod';
import type { EntityName } from '../../application/entities.ts';
import type { EntityRow, TableRow } from '../../application/ports/table-rows.ts';
import { certificationEventId, organizationId, type RunId, type UserId } from '../../kernel/ids.ts';
import { auditEntryIn } from './audit-entries.ts';
import { alert } from './entities/alert.ts';
import { datasetVersion, versionPin } from './entities/lanes.ts';
import { count, idOf, instant } from './entities/primitives.ts';
import { ruleVersion } from './entities/rule-library.ts';
import { fromItem } from './entity-form.ts';
import { forms } from './forms.ts';
import { certificationEventIdIn, type ItemKind, organizationIdIn, requestNamed } from './item-kinds.ts';
import { leaseIn } from './leases.ts';
import { outboxRowIn } from './outbox-rows.ts';
import { unpack } from './packing.ts';
import { type Item, parseItem } from './parse-item.ts';
import { openWaitIn } from './waits.ts';

const fence = z.object({ status: z.string(), revision: count });
const versionOfRule = z.object({ ruleVersion });
const versionOfDataset = z.object({ datasetVersion: z.instanceof(Uint8Array) });
const request = z.object({ bodyHash: z.string() });
const told = z.object({ alert });
const view = z.object({
  runId: idOf<RunId>(),
  userId: idOf<UserId>(),
  at: instant,
  format: z.string(),
  purpose: z.string(),
});
const refusal = z.object({
  at: instant,
  actorId: z.string(),
  operation: z.string(),
  target: z.string(),
  code: z.string(),
  requestId: z.string(),
});

const pkOf = (item: Item): string => String(item['pk']);

const eventOf = (item: Item) => {
  const id = certificationEventIdIn(pkOf(item));
  return id === null ? null : certificationEventId(id);
};

/** The event in whose partition an item must lie. */
const ownEventOf = (item: Item) => certificationEventId(certificationEventIdIn(pkOf(item)) ?? '');

const entityRow = (entity: EntityName, item: Item): EntityRow => {
  const row = 'entity' as const;
  switch (entity) {
    case 'agency':
      return { row, entity, ...fromItem(forms.agency, item) };
    case 'organization':
      return { row, entity, ...fromItem(forms.organization, item) };
    case 'user':
      return { row, entity, ...fromItem(forms.user, item) };
    case 'category':
      return { row, entity, ...fromItem(forms.category, item) };
    case 'localMembers':
      return { row, entity, ...fromItem(forms.localMembers, item) };
    case 'rule':
      return { row, entity, ...fromItem(forms.rule, item) };
    case 'validationGroup':
      return { row, entity, ...fromItem(forms.validationGroup, item) };
    case 'dataset':
      return { row, entity, ...fromItem(forms.dataset, item) };
    case 'certificationEvent':
      return { row, entity, ...fromItem(forms.certificationEvent, item) };
    case 'participant':
      return { row, entity, ...fromItem(forms.participant, item) };
    case 'run':
      return { row, entity, ...fromItem(forms.run, item) };
    case 'snapshot':
      return { row, entity, ...fromItem(forms.snapshot, item) };
    case 'organizationData':
      return { row, entity, ...fromItem(forms.organizationData, item) };
    case 'upload':
      return { row, entity, ...fromItem(forms.upload, item) };
    case 'message':
      return { row, entity, ...fromItem(forms.message, item) };
    case 'timer':
      return { row, entity, ...fromItem(forms.timer, item) };
  }
};

const isEntity = (kind: ItemKind): kind is EntityName => Object.hasOwn(forms, kind);

/** An item as the row it is; null for what nobody judges. Throws on one that does not hold what this code writes. */
export const rowIn = (kind: Exclude<ItemKind, 'body'>, item: Item): TableRow | null => {
  if (isEntity(kind)) return entityRow(kind, item);
  switch (kind) {
    case 'audit':
      return { row: kind, certificationEventId: eventOf(item), entry: auditEntryIn(item) };
    case 'fence':
      return { row: kind, certificationEventId: ownEventOf(item), ...parseItem(fence, item) };
    case 'ruleVersion':
      return { row: kind, version: parseItem(versionOfRule, item).ruleVersion };
    case 'datasetVersion': {
      const version = parseItem(datasetVersion, item, unpack(parseItem(versionOfDataset, item).datasetVersion));
      return { row: kind, organizationId: organizationId(organizationIdIn(pkOf(item))), version };
    }
    case 'versionPin': {
      const organization = organizationId(organizationIdIn(pkOf(item)));
      return { row: kind, organizationId: organization, pin: parseItem(versionPin, item) };
    }
    case 'request':
      return { row: kind, request: { ...requestNamed(pkOf(item)), ...parseItem(request, item) } };
    case 'outbox':
      return { row: kind, message: outboxRowIn(item) };
    case 'alert':
      return { row: kind, alert: parseItem(told, item).alert };
    case 'view':
      return { row: kind, certificationEventId: null, view: parseItem(view, item) };
    case 'refusal':
      return { row: kind, refusal: parseItem(refusal, item) };
    case 'lease':
      return { row: kind, lease: leaseIn(item) };
    case 'wait': {
      const wait = openWaitIn(item);
      return wait ? { row: kind, wait } : null;
    }
    case 'plain':
      return null;
  }
};
