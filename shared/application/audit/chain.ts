import type { CertificationEventId } from '../../kernel/ids.ts';
import type { EntityName, KeyOf, LocalMembersKey, ParticipantKey } from '../entities.ts';
import type { Transition } from '../ports/unit-of-work.ts';

const idsIn = (key: string | ParticipantKey | LocalMembersKey): readonly string[] => {
  if (typeof key === 'string') return [key];
  return 'organizationId' in key ? [key.certificationEventId, key.organizationId] : [key.categoryId, key.districtId];
};

/** Names an entity's audit chain: `participant/evt_1/255901`. Ids hold no slash. */
export const chainOf = <Name extends EntityName>(entity: Name, key: KeyOf<Name>): string =>
  [entity, ...idsIn(key)].join('/');

/** The certification event in whose audit list an entry shows; undefined for what belongs to none. */
export const certificationEventOf = (transition: Transition): CertificationEventId | undefined => {
  switch (transition.entity) {
    case 'certificationEvent':
      return transition.key;
    case 'participant':
      return transition.key.certificationEventId;
    case 'run':
    case 'snapshot':
    case 'message':
      return transition.after.certificationEventId;
    case 'timer':
      return transition.after.kind === 'DIGEST' ? undefined : transition.after.certificationEventId;
    case 'agency':
    case 'organization':
    case 'user':
    case 'category':
    case 'localMembers':
    case 'rule':
    case 'validationGroup':
    case 'dataset':
    case 'organizationData':
    case 'upload':
      return undefined;
  }
};
