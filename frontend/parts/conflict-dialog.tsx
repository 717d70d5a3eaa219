import { Button, ButtonGroup } from './uswds.tsx';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';

interface ConflictDialogProps {
  /** What both of you changed, each value in words. Only what differs is shown. */
  readonly values: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[];
  /** Saves again over what is there now. */
  readonly onKeepMine: () => void;
  /** Goes on with what is there now. */
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Somebody saved the same thing meanwhile: both versions side by side, and who goes first is the person's choice. */
export const ConflictDialog = ({ values, onKeepMine, onTakeTheirs, onClose }: ConflictDialogProps) => {
  const { t } = useTranslation();
  const differing = values.filter(({ mine, theirs }) => mine !== theirs);
  return (
    <Dialog title={t('conflict.title')} onClose={onClose} wide>
      <p>{t('conflict.text')}</p>
      <table className="usa-table usa-table--stacked conflict">
        <caption>{t('conflict.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('conflict.value')}</th>
            <th scope="col">{t('conflict.mine')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(({ label, mine, theirs }) => (
            <tr key={label}>
              <th scope="row" data-label={t('conflict.value')}>
                {label}
              </th>
              <td data-label={t('conflict.mine')}>{mine}</td>
              <td data-label={t('conflict.theirs')}>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ButtonGroup>
        <Button type="button" onClick={onKeepMine}>
          {t('conflict.keepMine')}
        </Button>
        <Button type="button" outline onClick={onTakeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
};
