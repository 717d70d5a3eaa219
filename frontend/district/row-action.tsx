import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WorklistRow } from '../api/shapes.ts';

/** The one thing to do with a row, as the API names it. It opens the wizard, where Start is pressed. */
export const RowAction = ({ row: { eventId, organizationId, eventName, action } }: { readonly row: WorklistRow }) => {
  const { t } = useTranslation('district');
  const isWork = action === 'START_CERTIFICATION' || action === 'CONTINUE_CERTIFICATION';
  return (
    <Link
      to="/certifications/$eventId/$orgId"
      params={{ eventId, orgId: organizationId }}
      className={isWork ? 'usa-button' : 'usa-button usa-button--outline'}
      aria-label={t('worklist.actionOn', { action: t(`action.${action}`), name: eventName })}
    >
      {t(`action.${action}`)}
    </Link>
  );
};
