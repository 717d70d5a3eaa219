import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../api/shapes.ts';
import { Field } from '../../../parts/field.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { Button, ButtonGroup, Checkbox, Textarea, TextInput } from '../../../parts/uswds.tsx';
import { useDraft } from '../../../session/use-draft.ts';
import type { DecisionType, useDecide } from './use-decide.ts';

interface Given {
  reason: string;
  newDueDate: string;
  confirmNotCertified: boolean;
}

interface DecisionFormProps {
  readonly eventId: string;
  readonly type: DecisionType;
  readonly asked: readonly Participant[];
  readonly decide: ReturnType<typeof useDecide>;
  readonly onClose: () => void;
}

const namesShown = 8;

/** What a decision needs to be told. An approval of what was certified needs nothing; everything else a reason. */
export const DecisionForm = ({ eventId, type, asked, decide, onClose }: DecisionFormProps) => {
  const { t } = useTranslation(['events', 'participation', 'shell']);
  const id = useId();
  const form = useForm<Given>({ defaultValues: { reason: '', newDueDate: '', confirmNotCertified: false } });
  useDraft(`decision ${type} ${eventId} ${asked.map(({ organizationId }) => organizationId).join(' ')}`, form);
  const confirms = form.watch('confirmNotCertified');
  const needsReason = type !== 'APPROVE' || confirms;
  const isMissing = form.formState.errors.reason !== undefined;
  const organizationIds = asked.map(({ organizationId }) => organizationId);
  const more = asked.length - namesShown;
  return (
    <form
      noValidate
      onSubmit={(event) => void form.handleSubmit((given) => decide.mutate({ type, organizationIds, ...given }))(event)}
    >
      <p>{t(`participation:decision.${type}.text`)}</p>
      {asked.length > 1 && (
        <p className="row-note name">
          {asked
            .slice(0, namesShown)
            .map(({ name }) => name)
            .join(', ')}
          {more > 0 && ` ${t('events:words.more', { count: more })}`}
        </p>
      )}
      {type === 'APPROVE' && (
        <Checkbox
          id={`${id}-confirm`}
          label={t('participation:decision.confirmNotCertified')}
          {...form.register('confirmNotCertified')}
        />
      )}
      {type === 'REQUEST_RECERTIFICATION' && (
        <Field
          id={`${id}-due`}
          label={t('participation:decision.newDueDate')}
          hint={t('participation:decision.newDueDateHint')}
        >
          {(ties) => <TextInput type="date" {...ties} {...form.register('newDueDate')} />}
        </Field>
      )}
      <Field
        id={`${id}-reason`}
        label={t(needsReason ? 'shell:reason.label' : 'participation:decision.reasonOptional')}
        hint={t('participation:decision.reasonHint')}
        problem={isMissing ? t('shell:reason.missing') : undefined}
      >
        {(ties) => (
          <Textarea
            maxLength={2000}
            {...ties}
            {...form.register('reason', {
              validate: (reason, { confirmNotCertified }) =>
                reason.trim() !== '' || (type === 'APPROVE' && !confirmNotCertified),
            })}
          />
        )}
      </Field>
      <ProblemAlert error={decide.error} />
      <ButtonGroup className="dialog-buttons">
        <Button type="submit" disabled={decide.isPending}>
          {t(`participation:decision.${type}.action`)}
        </Button>
        <Button type="button" unstyled className="padding-105" onClick={onClose}>
          {t('shell:cancel')}
        </Button>
      </ButtonGroup>
    </form>
  );
};
