import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificationEvent, Participant } from '../../../api/shapes.ts';
import { Button } from '../../../parts/uswds.tsx';
import { DecisionDialog } from '../decision/decision-dialog.tsx';
import type { DecisionType } from '../decision/use-decide.ts';
import { MessageDialog, ValidateDialog } from '../dialogs.ts';

interface BulkActionsProps {
  readonly event: CertificationEvent;
  readonly rows: readonly Participant[];
  readonly chosen: readonly Participant[];
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

const decisions = ['APPROVE', 'REQUEST_RECERTIFICATION'] as const satisfies readonly DecisionType[];

/** What may be done with those that are ticked. A decision is offered where it is possible for somebody in the list. */
export const BulkActions = ({ event, rows, chosen, onChoose }: BulkActionsProps) => {
  const { t } = useTranslation('participation');
  const [deciding, setDeciding] = useState<DecisionType | null>(null);
  const [isWriting, setWriting] = useState(false);
  const [isValidating, setValidating] = useState(false);
  const permits = (participant: Participant, type: DecisionType): boolean =>
    participant.permittedCommands.includes(`decide:${type}`);
  const offered = decisions.filter((type) => rows.some((row) => permits(row, type)));
  const ids = chosen.map(({ organizationId }) => organizationId);
  const isAll = chosen.length === rows.length;
  return (
    <div className="bulk">
      <p role="status" className="bulk-count">
        {t('bulk.chosen', { count: chosen.length })}
      </p>
      <Button
        type="button"
        unstyled
        onClick={() => onChoose(new Set(isAll ? [] : rows.map(({ organizationId }) => organizationId)))}
      >
        {isAll ? t('bulk.none') : t('bulk.all', { count: rows.length })}
      </Button>
      <span className="bulk-buttons">
        {offered.map((type) => (
          <Button
            key={type}
            type="button"
            outline={type !== 'APPROVE'}
            disabled={!chosen.some((row) => permits(row, type))}
            onClick={() => setDeciding(type)}
          >
            {t(`decision.${type}.action`)}
          </Button>
        ))}
        {event.permittedCommands.includes('validateParticipants') && (
          <Button type="button" outline disabled={chosen.length === 0} onClick={() => setValidating(true)}>
            {t('validation.action')}
          </Button>
        )}
        {event.permittedCommands.includes('messageCertifiers') && (
          <Button type="button" outline disabled={chosen.length === 0} onClick={() => setWriting(true)}>
            {t('message.action')}
          </Button>
        )}
      </span>
      {deciding !== null && (
        <DecisionDialog
          eventId={event.id}
          type={deciding}
          participants={chosen}
          onClose={(applied) => {
            setDeciding(null);
            onChoose(new Set(ids.filter((id) => !applied.has(id))));
          }}
        />
      )}
      {isValidating && <ValidateDialog event={event} participants={chosen} onClose={() => setValidating(false)} />}
      {isWriting && (
        <MessageDialog eventId={event.id} to={{ organizationIds: ids }} onClose={() => setWriting(false)} />
      )}
    </div>
  );
};
