import type { OpenWork } from '../../domain/certification-event/commands.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Store } from '../ports/store.ts';

const isUnfinished = ({ status }: Participant): boolean => status === 'IN_PROGRESS' || status === 'RECERT_IN_PROGRESS';

const runsUnderWay = ({ steps }: Participant): number =>
  Object.values(steps).filter((step) => step.status === 'QUEUED' || step.status === 'RUNNING').length;

/** What closing would freeze, counted over all participants in one query. */
export const openWorkOf = async (store: Store, id: CertificationEventId): Promise<OpenWork> => {
  const participants = (await store.participants(id)).map((read) => read.state);
  return {
    unfinishedParticipants: participants.filter(isUnfinished).length,
    openRequests: participants.filter((participant) => participant.openRequest !== null).length,
    unfinishedRuns: participants.reduce((sum, participant) => sum + runsUnderWay(participant), 0),
  };
};
