import type { ParticipantKey } from '../../../shared/application/entities.ts';
import type { CertificationEventId, OrganizationId } from '../../../shared/kernel/ids.ts';

/** The path names a participant by certification event and organization. */
export const participantKey = (params: {
  readonly eventId: CertificationEventId;
  readonly orgId: OrganizationId;
}): ParticipantKey => ({ certificationEventId: params.eventId, organizationId: params.orgId });
