import type { Category } from '../category/state.ts';
import type { CertificationEvent, LiveCertificationEvent } from '../certification-event/state.ts';
import type { Participant } from '../participant/state.ts';
import type { ValidationRun } from '../validation-run/state.ts';
import type { User } from '../user/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';

/** What a person wants to touch, as far as his rights depend on it. */
export type Resource =
  /** What belongs to everybody, and lists, whose rows are filtered by `canSee`. */
  | { readonly kind: 'AGENCY' }
  /** An organization; `districtId` is the district it belongs to or is, null above districts. */
  | {
      readonly kind: 'ORGANIZATION';
      readonly organizationId: OrganizationId;
      readonly districtId: OrganizationId | null;
    }
  /** A person, or whoever is about to become one. */
  | { readonly kind: 'USER'; readonly user: Pick<User, 'side' | 'organizationId' | 'schools'> }
  /** The lanes and uploads of a whole district. */
  | { readonly kind: 'DISTRICT_DATA'; readonly districtId: OrganizationId }
  | { readonly kind: 'CATEGORY'; readonly category: Category }
  /** A district's own list of who certifies and who reviews in a category. */
  | { readonly kind: 'LOCAL_MEMBERS'; readonly category: Category; readonly districtId: OrganizationId }
  | { readonly kind: 'CERTIFICATION_EVENT'; readonly certificationEvent: CertificationEvent }
  | ParticipantResource
  | (Omit<ParticipantResource, 'kind'> & { readonly kind: 'RUN'; readonly run: Pick<ValidationRun, 'step'> });

/** A participant, and everything that is about it alone: its snapshots, its history. */
export interface ParticipantResource {
  readonly kind: 'PARTICIPANT';
  readonly certificationEvent: LiveCertificationEvent;
  readonly participant: Pick<Participant, 'organizationId' | 'districtId' | 'level' | 'status'>;
}
