import type { Machine } from '../transitions.ts';
import type { UploadHappening } from './happenings.ts';
import type { Upload } from './state.ts';

/** A worker that was taken for lost may still end an upload straight from RECEIVED: its answer is as good as the next one's. */
export const uploadMachine = {
  statuses: ['CREATED', 'RECEIVED', 'CHECKING', 'ACCEPTED', 'REFUSED'],
  final: ['ACCEPTED', 'REFUSED'],
  edges: [
    { from: null, by: 'UploadCreated', to: 'CREATED' },
    { from: 'CREATED', by: 'UploadReceived', to: 'RECEIVED' },
    { from: 'RECEIVED', by: 'UploadCheckBegun', to: 'CHECKING' },
    { from: 'RECEIVED', by: 'UploadAccepted', to: 'ACCEPTED' },
    { from: 'RECEIVED', by: 'UploadRefused', to: 'REFUSED' },
    { from: 'CHECKING', by: 'UploadRequeued', to: 'RECEIVED' },
    { from: 'CHECKING', by: 'UploadAccepted', to: 'ACCEPTED' },
    { from: 'CHECKING', by: 'UploadRefused', to: 'REFUSED' },
  ],
} as const satisfies Machine<Upload['status'], UploadHappening['type']>;
