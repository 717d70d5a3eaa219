import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValidationGroup } from '../../../api/shapes.ts';
import { Field } from '../../../parts/field.tsx';
import { Select } from '../../../parts/uswds.tsx';

export type StateLane = 'STATE' | 'SNAPSHOT';

interface RunFieldsProps {
  readonly groups: readonly Pick<ValidationGroup, 'id' | 'name'>[];
  readonly groupId: string;
  readonly onGroup: (groupId: string) => void;
  readonly lanes: readonly StateLane[];
  readonly lane: StateLane;
  readonly onLane: (lane: StateLane) => void;
}

/** Which group of rules is to run over which of the state's copies. */
export const RunFields = ({ groups, groupId, onGroup, lanes, lane, onLane }: RunFieldsProps) => {
  const { t } = useTranslation('events');
  const id = useId();
  return (
    <>
      <Field id={`${id}-group`} label={t('runs.group')}>
        {(ties) => (
          <Select {...ties} value={groupId} onChange={({ currentTarget }) => onGroup(currentTarget.value)}>
            {groups.map((group) => (
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
            onChange={({ currentTarget }) => onLane(lanes.find((one) => one === currentTarget.value) ?? lane)}
          >
            {lanes.map((name) => (
              <option key={name} value={name}>
                {t(`runs.lanes.${name}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
};
