import { useTranslation } from 'react-i18next';
import { Refused } from '../api/problem.ts';
import type problems from '../texts/en/problems.json';

export interface ProblemWords {
  readonly title: string;
  readonly next: string;
}

type Known = keyof typeof problems;

/** A fault in words, by its code: what happened, and the next step. A code without words is told by what the API said. */
export const useProblemWords = (): ((error: Error) => ProblemWords) => {
  const { t, i18n } = useTranslation('problems');
  const isKnown = (code: string): code is Known => i18n.exists(`problems:${code}`);
  return (error) => {
    const code = error instanceof Refused ? error.code : 'PAGE_FAILED';
    if (isKnown(code)) return { title: t(`${code}.title`), next: t(`${code}.next`) };
    const told = error instanceof Refused ? error.told.title : undefined;
    return { title: told ?? t('INTERNAL.title'), next: t('INTERNAL.next') };
  };
};
