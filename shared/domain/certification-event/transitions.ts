import type { Machine } from '../transitions.ts';
import type { CertificationEventHappening } from './happenings.ts';
import type { CertificationEvent } from './state.ts';

/** E1 to E12. A published one is never deleted and a closed one never touched again. */
export const certificationEventMachine = {
  statuses: ['OPEN', 'PUBLISHING', 'PUBLISHED', 'CLOSED', 'DELETED'],
  final: ['CLOSED', 'DELETED'],
  edges: [
    { from: null, by: 'CertificationEventCreated', to: 'OPEN' },
    { from: 'OPEN', by: 'PublicationBegun', to: 'PUBLISHING' },
    { from: 'OPEN', by: 'CertificationEventDeleted', to: 'DELETED' },
    { from: 'PUBLISHING', by: 'PublicationCompleted', to: 'PUBLISHED' },
    { from: 'PUBLISHED', by: 'CertificationEventClosed', to: 'CLOSED' },
  ],
} as const satisfies Machine<CertificationEvent['status'], CertificationEventHappening['type']>;
