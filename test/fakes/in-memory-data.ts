import type { AuditEntry } from '../../shared/application/audit/entry.ts';
import type { Seal } from '../../shared/application/audit/seal.ts';
import type { EntityName, StateOf, Versioned } from '../../shared/application/entities.ts';
import type { Lease } from '../../shared/application/ports/leases.ts';
import type { OutboxRow } from '../../shared/application/ports/outbox-rows.ts';
import type {
  DisclosureEntry,
  FenceChange,
  IdempotencyRecord,
  RefusalEntry,
  VersionPin,
  ViewEntry,
} from '../../shared/application/ports/unit-of-work.ts';
import type { Wait } from '../../shared/application/ports/waits.ts';
import type { Body } from '../../shared/domain/certification-event/state.ts';
import type { DatasetDeclaration } from '../../shared/engine/declaration.ts';
import type { DatasetVersion } from '../../shared/domain/dataset/state.ts';
import type { Alert } from '../../shared/domain/messaging/alert.ts';
import type { RuleVersion } from '../../shared/domain/rule-library/state.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { CertificationEventId, RuleId, UserId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/instant.ts';

type States = { readonly [Name in EntityName]: Map<string, Versioned<StateOf<Name>>> };

export interface AuditRow {
  readonly certificationEventId: CertificationEventId | undefined;
  readonly entry: AuditEntry;
}

/** Everything the fakes remember, by plain names. */
export interface InMemoryData {
  readonly states: States;
  readonly audit: AuditRow[];
  readonly fences: Map<CertificationEventId, Pick<FenceChange, 'status' | 'revision'>>;
  readonly bodies: Map<string, Body>;
  readonly ruleVersions: Map<string, RuleVersion>;
  readonly ruleCodes: Map<string, RuleId>;
  readonly userNames: Map<string, UserId>;
  readonly declarations: Map<string, DatasetDeclaration>;
  readonly datasetVersions: Map<string, DatasetVersion>;
  readonly versionPins: Map<string, VersionPin>;
  readonly chunks: Set<string>;
  lastNumber: number;
  readonly records: Map<string, { readonly record: IdempotencyRecord; readonly writtenAt: Instant }>;
  readonly outbox: Map<string, { readonly row: OutboxRow; readonly dueAt: Instant | null }>;
  readonly alerts: Map<string, Alert>;
  readonly digests: Map<string, { readonly day: CalendarDate; readonly userId: UserId }>;
  readonly views: ViewEntry[];
  readonly disclosures: DisclosureEntry[];
  readonly seals: Seal[];
  readonly refusals: RefusalEntry[];
  readonly leases: Map<string, Lease>;
  readonly waits: Map<string, { readonly wait: Wait; readonly dueAt: Instant | null }>;
}

/** One text for the parts of a name; ids hold no slash. */
export const nameOf = (...parts: readonly (string | number)[]): string => parts.join('/');

export const emptyData = (): InMemoryData => ({
  states: {
    agency: new Map(),
    organization: new Map(),
    user: new Map(),
    category: new Map(),
    localMembers: new Map(),
    rule: new Map(),
    validationGroup: new Map(),
    dataset: new Map(),
    certificationEvent: new Map(),
    participant: new Map(),
    run: new Map(),
    snapshot: new Map(),
    organizationData: new Map(),
    upload: new Map(),
    message: new Map(),
    timer: new Map(),
  },
  audit: [],
  fences: new Map(),
  bodies: new Map(),
  ruleVersions: new Map(),
  ruleCodes: new Map(),
  userNames: new Map(),
  declarations: new Map(),
  datasetVersions: new Map(),
  versionPins: new Map(),
  chunks: new Set(),
  lastNumber: 0,
  records: new Map(),
  outbox: new Map(),
  alerts: new Map(),
  digests: new Map(),
  views: [],
  disclosures: [],
  seals: [],
  refusals: [],
  leases: new Map(),
  waits: new Map(),
});
