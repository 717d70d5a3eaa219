import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../api/shapes.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { say } from '../../../parts/toasts.tsx';
import { Button, ButtonGroup } from '../../../parts/uswds.tsx';
import { DecisionForm } from '../dialogs.ts';
import { DecisionResults } from './decision-results.tsx';
import { type DecisionType, useDecide } from './use-decide.ts';

interface DecisionDialogProps {
  readonly eventId: string;
  readonly type: DecisionType;
  readonly participants: readonly Participant[];
  /** With those about whom it was decided. */
  readonly onClose: (applied: ReadonlySet<string>) => void;
}

/** A decision about participants, and afterwards what has become of each where something was refused. */
export const DecisionDialog = ({ eventId, type, participants, onClose }: DecisionDialogProps) => {
  const { t } = useTranslation('participation');
  // Those who were ticked: the list behind goes on changing.
  const [asked] = useState(participants);
  const decide = useDecide(eventId, (decided) => {
    if (decided.some(({ outcome }) => outcome === 'REFUSED')) return;
    onClose(new Set(decided.map(({ organizationId }) => organizationId)));
    say(t(`decision.${type}.applied`, { count: decided.length }));
  });
  const results = decide.data ?? [];
  const applied = new Set(
    results.filter(({ outcome }) => outcome === 'APPLIED').map(({ organizationId }) => organizationId),
  );
  const close = (): void => onClose(applied);
  const [only] = asked;
  const title =
    asked.length === 1 && only !== undefined
      ? t(`decision.${type}.titleOne`, { name: only.name })
      : t(`decision.${type}.title`, { count: asked.length });
  if (decide.data !== undefined)
    return (
      <Dialog title={title} onClose={close} wide>
        <DecisionResults eventId={eventId} type={type} asked={asked} results={results} />
        <ButtonGroup>
          <Button type="button" onClick={close}>
            {t('decision.done')}
          </Button>
        </ButtonGroup>
      </Dialog>
    );
  return (
    <Dialog title={title} onClose={close}>
      <DecisionForm eventId={eventId} type={type} asked={asked} decide={decide} onClose={close} />
    </Dialog>
  );
};
