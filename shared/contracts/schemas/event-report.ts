import * as z from 'zod';
import { participantStatus, userStatus } from './participant.ts';

const person = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.enum(['CERTIFIER', 'REVIEWER']),
  userStatus,
  userStatusLabel: z.string(),
  dueDate: z.string().nullable(),
  submittedAt: z.string().nullable(),
});

/** How far everybody is: the certification event, the state's own people, and each district or school with its people. */
export const eventReport = z
  .object({
    id: z.string(),
    generatedAt: z.string(),
    timeZone: z.string(),
    certificationEvent: z.object({
      id: z.string(),
      number: z.int(),
      name: z.string(),
      reportingYear: z.int(),
      reportingYearLabel: z.string(),
      level: z.enum(['DISTRICT', 'SCHOOL']),
      categoryId: z.string(),
      categoryName: z.string(),
      status: z.enum(['PUBLISHED', 'CLOSED']),
      statusLabel: z.string(),
      startDate: z.string(),
      certificationOpensDate: z.string(),
      endDate: z.string(),
      revision: z.int(),
    }),
    snapshotAvailable: z.boolean(),
    chosen: z.object({
      status: z.array(participantStatus),
      districts: z.array(z.string()),
      includeReviewers: z.boolean(),
    }),
    counts: z.array(z.object({ status: participantStatus, statusLabel: z.string(), count: z.int() })),
    state: z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        role: z.enum(['APPROVER', 'REVIEWER']),
        roleLabel: z.string(),
        active: z.boolean(),
      }),
    ),
    participants: z.array(
      z.object({
        organizationId: z.string(),
        name: z.string(),
        number: z.string(),
        districtId: z.string(),
        status: participantStatus,
        statusLabel: z.string(),
        round: z.int(),
        progress: z.object({ certified: z.int(), certifiers: z.int(), text: z.string() }),
        snapshotDate: z.string().nullable(),
        sentAt: z.string().nullable(),
        approvedAt: z.string().nullable(),
        notCertified: z.boolean(),
        people: z.array(person),
      }),
    ),
  })
  .meta({ id: 'EventReport' });
