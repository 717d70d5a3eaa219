import { Alert, AlertHeading } from './uswds.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/problem.ts';
import { useProblemWords } from './problem-words.ts';

interface ProblemAlertProps {
  readonly error: Error | null | undefined;
  /** What can be done about it here: a button, a link. */
  readonly children?: ReactNode;
}

/** A refusal or fault in words: what happened, what to do next, and the number support asks for. Heard as it appears. */
export const ProblemAlert = ({ error, children }: ProblemAlertProps) => {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (error === null || error === undefined) return null;
  const { title, next } = words(error);
  const told = error instanceof Refused ? error.told : {};
  return (
    <Alert type="error" role="alert" className="problem">
      <AlertHeading>{title}</AlertHeading>
      <p className="usa-alert__text">{next}</p>
      {told.errors !== undefined && told.errors.length > 0 && (
        <ul className="usa-list">
          {told.errors.map(({ pointer, detail }) => (
            <li key={pointer + detail}>{`${pointer.replace(/^\//, '')} ${detail}`}</li>
          ))}
        </ul>
      )}
      {children}
      {told.requestId !== undefined && <p className="reference">{t('problem.reference', { id: told.requestId })}</p>}
    </Alert>
  );
};
