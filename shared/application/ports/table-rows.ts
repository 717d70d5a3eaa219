import type { Body } from '../../domain/certification-event/state.ts';
import type { DatasetVersion } from '../../domain/dataset/state.ts';
import type { Alert } from '../../domain/messaging/alert.ts';
import type { RuleVersion } from '../../domain/rule-library/state.ts';
import type { CertificationEventId, OrganizationId } from '../../kernel/ids.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { EntityName, StateOf, Versioned } from '../entities.ts';
import type { Lease } from './leases.ts';
import type { OutboxRow } from './outbox-rows.ts';
import type { IdempotencyRecord, RefusalEntry, VersionPin, ViewEntry } from './unit-of-work.ts';
import type { Wait } from './waits.ts';

/** A stored entity, told apart by its name. */
export type EntityRow = {
  readonly [Name in EntityName]: Versioned<StateOf<Name>> & { readonly row: 'entity'; readonly entity: Name };
}[EntityName];

/** What is kept of a request so that its repeat gets the same answer; the answer itself tells an auditor nothing. */
export type KeptRequest = Pick<IdempotencyRecord, 'principal' | 'operation' | 'key' | 'bodyHash'>;

/** One row of the table in the application's words. A body that lies in several items is one row. */
export type TableRow =
  | EntityRow
  | { readonly row: 'audit'; readonly certificationEventId: CertificationEventId | null; readonly entry: AuditEntry }
  | {
      readonly row: 'body';
      readonly certificationEventId: CertificationEventId;
      readonly bodyId: string;
      readonly body: Body;
    }
  | {
      readonly row: 'fence';
      readonly certificationEventId: CertificationEventId;
      readonly status: string;
      readonly revision: number;
    }
  | { readonly row: 'ruleVersion'; readonly version: RuleVersion }
  | { readonly row: 'datasetVersion'; readonly organizationId: OrganizationId; readonly version: DatasetVersion }
  | { readonly row: 'versionPin'; readonly organizationId: OrganizationId; readonly pin: VersionPin }
  | { readonly row: 'request'; readonly request: KeptRequest }
  | { readonly row: 'outbox'; readonly message: OutboxRow }
  | { readonly row: 'alert'; readonly alert: Alert }
  /** `certificationEventId` is that of the run; null where the run is missing. */
  | { readonly row: 'view'; readonly certificationEventId: CertificationEventId | null; readonly view: ViewEntry }
  | { readonly row: 'refusal'; readonly refusal: RefusalEntry }
  | { readonly row: 'lease'; readonly lease: Lease }
  /** A wait that was answered is over and not among them. */
  | { readonly row: 'wait'; readonly wait: Wait }
  /** An item that cannot be read: named, never its content. */
  | { readonly row: 'damaged'; readonly problem: string };

/** The whole table, row by row, for whoever must see everything: never inside a request. */
export interface TableRows {
  all(): AsyncIterable<TableRow>;
}
