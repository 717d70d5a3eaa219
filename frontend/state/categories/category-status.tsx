import { useTranslation } from 'react-i18next';
import type { Category } from '../../api/shapes.ts';
import { Status } from '../../parts/status.tsx';

/** Whether certification events can use it, and whether districts see it. */
export const CategoryStatus = ({ category: { active, published } }: { readonly category: Category }) => {
  const { t } = useTranslation('administration');
  return (
    <span className="statuses">
      <Status tone={active ? 'done' : 'quiet'} words={active ? t('active') : t('inactive')} />
      <Status
        tone={published ? 'done' : 'waiting'}
        words={published ? t('categories.published') : t('categories.unpublished')}
      />
    </span>
  );
};
