import type { Agency } from '../domain/agency/state.ts';
import type { Category, LocalMembers } from '../domain/category/state.ts';
import type { CertificationEvent } from '../domain/certification-event/state.ts';
import type { OrganizationData, Upload } from '../domain/dataset/state.ts';
import type { Message } from '../domain/messaging/message.ts';
import type { Organization } from '../domain/organization/state.ts';
import type { Participant } from '../domain/participant/state.ts';
import type { Rule, ValidationGroup } from '../domain/rule-library/state.ts';
import type { Snapshot } from '../domain/snapshot/state.ts';
import type { Timer } from '../domain/timer/state.ts';
import type { User } from '../domain/user/state.ts';
import type { ValidationRun } from '../domain/validation-run/state.ts';
import type { DatasetDeclaration } from '../engine/declaration.ts';
import type {
  CategoryId,
  CertificationEventId,
  GroupId,
  MessageId,
  OrganizationId,
  RuleId,
  RunId,
  SnapshotId,
  UploadId,
  UserId,
} from '../kernel/ids.ts';

/** Everything that has a version and an audit chain of its own: how it is named, and what it is. */
export interface Entities {
  readonly agency: { readonly key: 'AGENCY'; readonly state: Agency };
  readonly organization: { readonly key: OrganizationId; readonly state: Organization };
  readonly user: { readonly key: UserId; readonly state: User };
  readonly category: { readonly key: CategoryId; readonly state: Category };
  readonly localMembers: { readonly key: LocalMembersKey; readonly state: LocalMembers };
  readonly rule: { readonly key: RuleId; readonly state: Rule };
  readonly validationGroup: { readonly key: GroupId; readonly state: ValidationGroup };
  readonly dataset: { readonly key: string; readonly state: DatasetDeclaration };
  readonly certificationEvent: { readonly key: CertificationEventId; readonly state: CertificationEvent };
  readonly participant: { readonly key: ParticipantKey; readonly state: Participant };
  readonly run: { readonly key: RunId; readonly state: ValidationRun };
  readonly snapshot: { readonly key: SnapshotId; readonly state: Snapshot };
  readonly organizationData: { readonly key: OrganizationId; readonly state: OrganizationData };
  readonly upload: { readonly key: UploadId; readonly state: Upload };
  readonly message: { readonly key: MessageId; readonly state: Message };
  readonly timer: { readonly key: string; readonly state: Timer };
}

export type EntityName = keyof Entities;
export type KeyOf<Name extends EntityName> = Entities[Name]['key'];
export type StateOf<Name extends EntityName> = Entities[Name]['state'];

export interface ParticipantKey {
  readonly certificationEventId: CertificationEventId;
  readonly organizationId: OrganizationId;
}

export interface LocalMembersKey {
  readonly categoryId: CategoryId;
  readonly districtId: OrganizationId;
}

/** A state as read: `version` counts its audit entries, `auditHash` is the newest entry's hash. */
export interface Versioned<State> {
  readonly state: State;
  readonly version: number;
  readonly auditHash: string;
}
