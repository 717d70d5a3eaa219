import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificationEvent, Participant } from '../../../api/shapes.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Field } from '../../../parts/field.tsx';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Button, ButtonGroup, Select } from '../../../parts/uswds.tsx';
import { groupsQuery } from '../library.ts';
import { useValidate, type Validation } from './use-validate.ts';
import { ValidationResults } from './validation-results.tsx';

interface ValidateDialogProps {
  readonly event: CertificationEvent;
  readonly participants: readonly Participant[];
  readonly onClose: () => void;
}

const lanes = ['STATE', 'SNAPSHOT'] as const;

/** Runs a group of rules over what the state holds of those that were ticked; then what has become of each. */
export const ValidateDialog = ({ event, participants, onClose }: ValidateDialogProps) => {
  const { t } = useTranslation('participation');
  const id = useId();
  // Those who were ticked: the list behind goes on changing.
  const [asked] = useState(participants);
  const { data: groups = [] } = useQuery(groupsQuery);
  const fitting = groups.filter((group) => group.active && group.level === event.level);
  const [chosenGroup, setGroup] = useState<string | null>(null);
  const [lane, setLane] = useState<Validation['lane']>('STATE');
  const groupId = chosenGroup ?? fitting[0]?.id ?? '';
  const validate = useValidate(event.id, (results) => {
    if (results.some(({ outcome }) => outcome !== 'QUEUED')) return;
    onClose();
    say(t('validation.queued', { count: results.length }));
  });
  const title = t('validation.title', { count: asked.length });
  if (validate.data !== undefined)
    return (
      <Dialog title={title} onClose={onClose} wide>
        <ValidationResults asked={asked} results={validate.data} />
        <ButtonGroup>
          <Button type="button" onClick={onClose}>
            {t('decision.done')}
          </Button>
        </ButtonGroup>
      </Dialog>
    );
  return (
    <FormDialog
      title={title}
      action={t('validation.action')}
      busy={validate.isPending || groupId === ''}
      error={validate.error}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        validate.mutate({ groupId, lane, organizationIds: asked.map(({ organizationId }) => organizationId) });
      }}
      onClose={onClose}
    >
      <p>{t('validation.text')}</p>
      <Field id={`${id}-group`} label={t('runs.group')}>
        {(ties) => (
          <Select {...ties} value={groupId} onChange={({ currentTarget }) => setGroup(currentTarget.value)}>
            {fitting.map((group) => (
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
            onChange={({ currentTarget }) => setLane(lanes.find((one) => one === currentTarget.value) ?? 'STATE')}
          >
            {lanes.map((name) => (
              <option key={name} value={name}>
                {t(`runs.lanes.${name}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  );
};
