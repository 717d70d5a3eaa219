import * as z from 'zod';
import { eventReport } from '../schemas/event-report.ts';
import { certificationEventId, organizationId } from '../schemas/ids.ts';
import { flag } from '../schemas/paging.ts';
import { participantStatus } from '../schemas/participant.ts';
import { operation } from './operation.ts';

export const getEventReport = operation({
  operationId: 'getEventReport',
  method: 'GET',
  path: '/v1/certification-events/{id}/report',
  area: 'reports',
  auth: 'token',
  summary: 'How far everybody is: as JSON, or the file itself as CSV, HTML, PDF or DOCX',
  params: z.strictObject({ id: certificationEventId }),
  query: z.strictObject({
    format: z.enum(['json', 'csv', 'html', 'pdf', 'docx']).default('json'),
    status: z.array(participantStatus).default([]),
    districts: z.array(organizationId).max(2_000).default([]),
    includeReviewers: flag.default(false),
  }),
  body: null,
  reply: eventReport,
  status: 200,
  ifMatch: false,
});

/** Documents for people: the libraries that print them are heavy, so they have a function of their own. */
export const reportOperations = [getEventReport] as const;
