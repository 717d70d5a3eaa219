import type { Participant } from '../../../shared/domain/participant/state.ts';
import { aJourney } from '../../builders/journey.ts';

const cast = { certifiers: ['ana', 'ben'], reviewers: ['rita'] };
const journey = () => aJourney(cast);

/** One participant's states along the way, each as the domain made it. */
export const participants: readonly Participant[] = [
  journey(),
  journey().starts('ana').snapshotTaken().runs('ana', 'district-validation'),
  journey().certifies('ana'),
  journey().certifies('ana').certifies('ben'),
  journey().certifies('ana').certifies('ben').approves(),
  journey().certifies('ana').certifies('ben').requestsRecertification('ana'),
  journey().certifies('ana').certifies('ben').sendsBack('2026-05-25'),
].map(({ participant }) => participant);
