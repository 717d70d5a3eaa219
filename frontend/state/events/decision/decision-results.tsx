import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../api/problem.ts';
import type { Participant } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { ParticipantStatus } from '../../../parts/participant-status.tsx';
import { useProblemWords } from '../../../parts/problem-words.ts';
import { Status } from '../../../parts/status.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { Alert } from '../../../parts/uswds.tsx';
import { eventQuery } from '../event-query.ts';
import { participantQuery } from '../participant-query.ts';
import type { DecisionResult, DecisionType } from './use-decide.ts';

interface DecisionResultsProps {
  readonly eventId: string;
  readonly type: DecisionType;
  readonly asked: readonly Participant[];
  readonly results: readonly DecisionResult[];
}

/** So many are looked up again to say how they stand now. */
const lookedUpAtMost = 20;

/** What has become of each. Where somebody else was faster, what he has done is told. */
export const DecisionResults = ({ eventId, type, asked, results }: DecisionResultsProps) => {
  const { t } = useTranslation(['events', 'participation']);
  const words = useProblemWords();
  const { data: event } = useQuery(eventQuery(eventId));
  const nameOf = (userId: string): string =>
    event?.data.admins.find((admin) => admin.userId === userId)?.name ?? userId;
  const names = new Map(asked.map(({ organizationId, name }) => [organizationId, name]));
  const refused = results.filter(({ outcome }) => outcome === 'REFUSED');
  const present = useQueries({
    queries: refused.slice(0, lookedUpAtMost).map(({ organizationId }) => ({
      ...participantQuery({ eventId, orgId: organizationId }),
      refetchInterval: false as const,
      staleTime: 0,
    })),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.data.organizationId, data.data]]))),
  });
  const columns: readonly Column<DecisionResult>[] = [
    {
      id: 'name',
      header: t('events:participants.name'),
      cell: ({ organizationId }) => <span className="name">{names.get(organizationId) ?? organizationId}</span>,
    },
    {
      id: 'outcome',
      header: t('participation:decision.outcome'),
      cell: ({ outcome, code }) => {
        if (outcome === 'APPLIED') return <Status tone="done" words={t('participation:decision.APPLIED')} />;
        const { title, next } = words(new Refused(code ?? 'INTERNAL', 409));
        return (
          <>
            <Status tone="wrong" words={t('participation:decision.REFUSED')} />
            <span className="row-note">{`${title}. ${next}`}</span>
          </>
        );
      },
    },
    {
      id: 'now',
      header: t('participation:decision.now'),
      cell: ({ organizationId }) => {
        const participant = present.get(organizationId);
        if (participant === undefined) return '–';
        const { approval } = participant;
        return (
          <>
            <ParticipantStatus status={participant.status} />
            {approval !== null && (
              <span className="row-note">
                {t('participation:decision.approvedBy', { name: nameOf(approval.by) })} <TimeText at={approval.at} />
              </span>
            )}
          </>
        );
      },
    },
  ];
  return (
    <>
      <Alert type="warning" slim role="alert" className="notice">
        {t(`participation:decision.${type}.partly`, {
          applied: results.length - refused.length,
          count: refused.length,
        })}
      </Alert>
      <DataTable
        caption={t('participation:decision.results')}
        captionHidden
        columns={columns}
        rows={[...refused, ...results.filter(({ outcome }) => outcome === 'APPLIED')]}
        idOf={({ organizationId }) => organizationId}
      />
    </>
  );
};
