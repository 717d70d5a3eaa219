import { Button } from '../uswds.tsx';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog.tsx';

interface ReportFrameProps {
  readonly title: string;
  readonly url: string;
  readonly onClose: () => void;
}

/**
 * A report of rows that districts deliver: it is shown in a frame of no origin, which may run the report's own script
 * for its tables and reaches nothing of ours.
 */
export const ReportFrame = ({ title, url, onClose }: ReportFrameProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose} full>
      <iframe className="report" title={title} src={url} sandbox="allow-scripts" referrerPolicy="no-referrer" />
      <Button type="button" onClick={onClose}>
        {t('close')}
      </Button>
    </Dialog>
  );
};
