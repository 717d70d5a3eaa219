import type { ParticipantMember } from '../../shared/domain/participant/commands.ts';
import { decideCreateParticipant } from '../../shared/domain/participant/decide.ts';
import type { Participant } from '../../shared/domain/participant/state.ts';
import { certificationEventId, userId } from '../../shared/kernel/ids.ts';
import { bearCreek } from './people.ts';

export const certifier = (name: string): ParticipantMember => ({ userId: userId(name), name, role: 'CERTIFIER' });
export const reviewer = (name: string): ParticipantMember => ({ userId: userId(name), name, role: 'REVIEWER' });

export interface Cast {
  readonly certifiers?: readonly string[];
  readonly reviewers?: readonly string[];
}

export const membersOf = ({ certifiers = ['ana'], reviewers = ['rita'] }: Cast): readonly ParticipantMember[] => [
  ...certifiers.map(certifier),
  ...reviewers.map(reviewer),
];

/** Bear Creek as a district, in its first round, nothing done yet: certifier ana, reviewer rita. */
export const aParticipant = (cast: Cast = {}, changes: Partial<Participant> = {}): Participant => {
  const decided = decideCreateParticipant({
    type: 'createParticipant',
    certificationEventId: certificationEventId('evt_1'),
    organizationId: bearCreek,
    name: 'Bear Creek',
    number: '255903',
    districtId: bearCreek,
    level: 'DISTRICT',
    revision: 1,
    members: membersOf(cast),
  });
  const [happening] = decided.ok ? decided.value : [];
  if (happening === undefined) throw new Error('creating a participant is never refused');
  return { ...happening.participant, ...changes };
};
