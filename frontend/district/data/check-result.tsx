import { Alert } from '../../parts/uswds.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CauseTable } from './cause-table.tsx';
import type { CheckedFile } from './check-file.ts';
import { ProblemTable } from './problem-table.tsx';

interface CheckResultProps {
  readonly file: File;
  readonly checked: CheckedFile;
  /** What can be done about it here. */
  readonly children: ReactNode;
}

/** What the check on this computer found. */
export const CheckResult = ({ file, checked, children }: CheckResultProps) => {
  const { t } = useTranslation('district');
  const { rows, problemCount, problems, causes } = checked;
  if (problemCount === 0)
    return (
      <>
        <Alert type="success" slim role="status" className="notice">
          {t('data.clean', { name: file.name, count: rows })}
        </Alert>
        {children}
      </>
    );
  return (
    <>
      <Alert type="error" role="alert" className="notice">
        <p className="usa-alert__text">{t('data.faulty', { name: file.name, count: problemCount })}</p>
      </Alert>
      {children}
      {causes.length < problemCount && <CauseTable causes={causes} />}
      <ProblemTable problems={problems} count={problemCount} />
    </>
  );
};
