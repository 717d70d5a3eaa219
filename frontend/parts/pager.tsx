import { useTranslation } from 'react-i18next';
import { useNumberText } from './time-text.tsx';
import { Button } from './uswds.tsx';

interface PagerProps {
  readonly first: number;
  readonly shown: number;
  readonly total: number;
  readonly page: number;
  readonly hasNext: boolean;
  readonly onPage: (page: number) => void;
}

/** Where in the list one is, and the pages beside it. */
export const Pager = ({ first, shown, total, page, hasNext, onPage }: PagerProps) => {
  const { t } = useTranslation();
  const number = useNumberText();
  return (
    <div className="pager">
      <p role="status">
        {t('table.range', { first: number(first), last: number(first + shown - 1), total: number(total) })}
      </p>
      {(page > 1 || hasNext) && (
        <nav aria-label={t('table.pages')} className="buttons">
          <Button type="button" outline disabled={page === 1} onClick={() => onPage(page - 1)}>
            {t('table.previous')}
          </Button>
          <Button type="button" outline disabled={!hasNext} onClick={() => onPage(page + 1)}>
            {t('table.next')}
          </Button>
        </nav>
      )}
    </div>
  );
};
