import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { Participant } from '../../../api/shapes.ts';
import { useCommand } from '../../../api/use-command.ts';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { Button } from '../../../parts/uswds.tsx';
import { groupsQuery } from '../library.ts';
import { changedByParticipant, type OneParticipant } from '../participant-query.ts';
import { RunFields, type StateLane } from '../validation/run-fields.tsx';

interface RunOnLaneProps {
  readonly participant: Participant;
  readonly one: OneParticipant;
}

interface Wish {
  readonly groupId: string;
  readonly lane: StateLane;
}

/** Runs any active group of rules over what the state holds. */
export const RunOnLane = ({ participant, one }: RunOnLaneProps) => {
  const { t } = useTranslation('events');
  const { data: groups = [] } = useQuery(groupsQuery);
  const active = groups.filter((group) => group.active);
  const [chosenGroup, setGroup] = useState<string | null>(null);
  const lanes = participant.snapshot?.status === 'COMPLETED' ? (['SNAPSHOT', 'STATE'] as const) : (['STATE'] as const);
  const [chosenLane, setLane] = useState<Wish['lane'] | null>(null);
  const groupId = chosenGroup ?? active[0]?.id ?? '';
  const lane = chosenLane ?? lanes[0];
  const run = useCommand<Wish, unknown>({
    send: (body, header) =>
      answerOf(
        api.POST('/v1/certification-events/{id}/participants/{orgId}/runs', {
          params: { path: { id: one.eventId, orgId: one.orgId }, header },
          body,
        }),
      ),
    changes: changedByParticipant(one),
  });
  return (
    <>
      <div className="side-by-side">
        <RunFields groups={active} groupId={groupId} onGroup={setGroup} lanes={lanes} lane={lane} onLane={setLane} />
        <Button
          type="button"
          className="beside"
          disabled={run.isPending || groupId === ''}
          onClick={() => run.mutate({ groupId, lane })}
        >
          {t('runs.action')}
        </Button>
      </div>
      <ProblemAlert error={run.error} />
    </>
  );
};
