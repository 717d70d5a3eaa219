import type { components } from '../../api/openapi.ts';

export type Participant = components['schemas']['Participant'];

export interface Day {
  readonly date: string;
  /** Sent by that day, and approved by that day: of those that still are. */
  readonly sent: number;
  readonly approved: number;
}

const participantStatuses = ['IN_PROGRESS', 'SENT', 'APPROVED', 'RECERT_REQUESTED', 'RECERT_IN_PROGRESS'] as const;

/** How many stand where; whoever was withdrawn is no participant any more. */
export const countByStatus = (participants: readonly Participant[]) =>
  participantStatuses.map((status) => ({
    status,
    count: participants.filter((participant) => participant.status === status).length,
  }));

type DateOf = (instant: string) => string;

/** Day by day on which something came in, how many had sent and how many were approved. */
export const progressByDay = (participants: readonly Participant[], dateOf: DateOf): readonly Day[] => {
  const sent = participants.flatMap(({ sentAt }) => (sentAt === null ? [] : [dateOf(sentAt)]));
  const approved = participants.flatMap(({ approval }) => (approval === null ? [] : [dateOf(approval.at)]));
  const days = [...new Set([...sent, ...approved])].sort();
  const by = (dates: readonly string[], day: string): number => dates.filter((date) => date <= day).length;
  return days.map((date) => ({ date, sent: by(sent, date), approved: by(approved, date) }));
};

export interface Late {
  readonly participant: Participant;
  readonly name: string;
  readonly userId: string;
  readonly dueDate: string;
}

/** Certifiers who have not begun although their day is near (or past), the nearest first. */
export const notStarted = (participants: readonly Participant[], until: string): readonly Late[] =>
  participants
    .flatMap((participant) =>
      participant.certifiers.flatMap(({ role, userStatus, dueDate, name, userId }) => {
        const isWaiting = userStatus === 'NOT_STARTED' || userStatus === 'OVERDUE';
        if (role !== 'CERTIFIER' || !isWaiting || dueDate === null || dueDate > until) return [];
        return [{ participant, name, userId, dueDate }];
      }),
    )
    .sort((one, other) => one.dueDate.localeCompare(other.dueDate) || one.name.localeCompare(other.name));
