import { useTranslation } from 'react-i18next';
import { localeOf } from '../language/language.ts';
import { useRunProblemText } from '../parts/runs/problem-text.ts';
import { useDateText, useNumberText } from '../parts/time-text.tsx';
import { alertWords, type AlertWords, type ToldAlert } from './alert-words.ts';

/** Alerts in the language that is chosen now. */
export const useAlertWords = (): ((alert: ToldAlert) => AlertWords) => {
  const { t, i18n } = useTranslation(['alerts', 'statuses']);
  const [number, day, runProblem] = [useNumberText(), useDateText(), useRunProblemText()];
  const lists = new Intl.ListFormat(localeOf(i18n.language));
  const list = (parts: readonly string[]): string => lists.format(parts);
  return (alert) => alertWords(alert, { t, exists: (key) => i18n.exists(key), number, day, list, runProblem });
};
