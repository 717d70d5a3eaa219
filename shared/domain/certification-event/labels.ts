import type { CertificationEvent } from './state.ts';

/** The product's words. A deleted one is in no list. */
export const certificationEventLabels: Readonly<Record<Exclude<CertificationEvent['status'], 'DELETED'>, string>> = {
  OPEN: 'Open',
  PUBLISHING: 'Publishing',
  PUBLISHED: 'Published',
  CLOSED: 'Closed',
};
