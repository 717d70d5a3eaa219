import type { Work } from './crash.ts';

const events = (rest: string) => (eventId: string) => `/v1/certification-events/${eventId}${rest}`;
const ana = (rest: string) => (eventId: string) => `/v1/certifications/${eventId}/255903${rest}`;

export const works: Readonly<Record<string, Work>> = {
  publish: { from: 'SAVED', by: 'admin', path: events('/publish'), body: { confirm: true } },
  snapshot: { from: 'PUBLISHED', by: 'ana', path: ana('/start'), body: {} },
  submit: {
    from: 'READY',
    by: 'gus',
    path: (id) => `/v1/certifications/${id}/255901/submit`,
    body: { attestation: { name: 'gus', accepted: true } },
  },
  approval: {
    from: 'SENT',
    by: 'april',
    path: events('/decisions'),
    body: { type: 'APPROVE', reason: 'because', organizationIds: ['255901'] },
  },
  close: { from: 'SENT', by: 'admin', path: events('/close'), body: { comment: 'done', confirm: true } },
};
