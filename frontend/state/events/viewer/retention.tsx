import { useTranslation } from 'react-i18next';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useDateText, useTimeText } from '../../../parts/time-text.tsx';
import { Alert } from '../../../parts/uswds.tsx';
import { LegalHoldButton } from './legal-hold-button.tsx';

interface RetentionProps {
  readonly event: CertificationEvent;
}

const useDeletedText = () => {
  const { t } = useTranslation('retention');
  const time = useTimeText();
  return ({ begunAt, retentionYears, finishedAt }: NonNullable<CertificationEvent['deletion']>): string =>
    [
      t('deleted', { count: retentionYears, time: time(begunAt) }),
      ...(finishedAt === null ? [t('deleting')] : []),
    ].join(' ');
};

const Held = ({ event }: RetentionProps) => {
  const { t } = useTranslation('retention');
  const time = useTimeText();
  const date = useDateText();
  const { admins, keptUntil, legalHold } = event;
  if (legalHold === null) return null;
  const { placedAt, placedBy, reason } = legalHold;
  const name = admins.find(({ userId }) => userId === placedBy)?.name ?? placedBy;
  return (
    <Alert type="warning" className="notice">
      <p className="usa-alert__text">{t('held', { time: time(placedAt), name })}</p>
      <blockquote className="quote">{reason}</blockquote>
      {keptUntil !== null && <p className="usa-alert__text">{t('heldDue', { date: date(keptUntil) })}</p>}
      <LegalHoldButton event={event} command="releaseLegalHold" />
    </Alert>
  );
};

/** Until when rows and reports of a closed certification event stay, or since when they are gone. */
export const Retention = ({ event }: RetentionProps) => {
  const { t } = useTranslation('retention');
  const date = useDateText();
  const deletedText = useDeletedText();
  const { deletion, keptUntil, legalHold } = event;
  if (legalHold !== null) return <Held event={event} />;
  const text = deletion === null ? keptUntil && t('kept', { date: date(keptUntil) }) : deletedText(deletion);
  if (text === null) return null;
  return (
    <Alert type={deletion === null ? 'info' : 'warning'} className="notice">
      <p className="usa-alert__text">{text}</p>
      <LegalHoldButton event={event} command="placeLegalHold" />
    </Alert>
  );
};

/** In place of what is gone. */
export const Gone = ({ deletion }: { readonly deletion: NonNullable<CertificationEvent['deletion']> }) => {
  const { t } = useTranslation('retention');
  const deletedText = useDeletedText();
  return <EmptyState title={t('gone')}>{deletedText(deletion)}</EmptyState>;
};
