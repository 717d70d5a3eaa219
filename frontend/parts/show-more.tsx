import { Button } from './uswds.tsx';
import { useTranslation } from 'react-i18next';

interface ShowMoreProps {
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly showMore: () => void;
}

/** The next page of a list, below the rows that are there. */
export const ShowMore = ({ hasMore, isLoadingMore, showMore }: ShowMoreProps) => {
  const { t } = useTranslation();
  if (!hasMore) return null;
  return (
    <Button type="button" outline disabled={isLoadingMore} onClick={showMore}>
      {isLoadingMore ? t('loading') : t('table.showMore')}
    </Button>
  );
};
