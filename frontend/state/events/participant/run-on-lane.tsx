import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { Participant } from '../../../api/shapes.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Field } from '../../../parts/field.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { Button, Select } from '../../../parts/uswds.tsx';
import { groupsQuery } from '../library.ts';
import { changedByParticipant, type OneParticipant } from '../participant-query.ts';

interface RunOnLaneProps {
  readonly participant: Participant;
  readonly one: OneParticipant;
}

interface Wish {
  readonly groupId: string;
  readonly lane: 'STATE' | 'SNAPSHOT';
}

/** Runs any active group of rules over what the state holds. */
export const RunOnLane = ({ participant, one }: RunOnLaneProps) => {
  const { t } = useTranslation('participation');
  const id = useId();
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
        <Field id={`${id}-group`} label={t('runs.group')}>
          {(ties) => (
            <Select {...ties} value={groupId} onChange={({ currentTarget }) => setGroup(currentTarget.value)}>
              {active.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-lane`} label={t('runs.lane')}>
          {(ties) => (
            <Select
              {...ties}
              value={lane}
              onChange={({ currentTarget }) => setLane(lanes.find((one) => one === currentTarget.value) ?? null)}
            >
              {lanes.map((name) => (
                <option key={name} value={name}>
                  {t(`runs.lanes.${name}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
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
