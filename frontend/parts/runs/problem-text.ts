import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type runs from '../../texts/en/runs.json';

export interface RunProblem {
  /** As the system tells it, in English. */
  readonly problem: string | null;
  readonly problemCode: string | null;
  readonly problemFacts?: Readonly<Record<string, string>>;
}

type Known = Exclude<keyof (typeof runs)['problem'], 'RULE_FAILED_kind'>;

/** Why a run or a rule has no result, in the reader's language. A code without words is told as the system tells it. */
export const runProblemText =
  (t: TFunction<'runs'>, exists: (key: string) => boolean) =>
  ({ problem, problemCode, problemFacts = {} }: RunProblem): string | null => {
    const isKnown = (code: string): code is Known => exists(`runs:problem.${code}`);
    if (problemCode === null || !isKnown(problemCode)) return problem;
    const context = problemFacts['kind'] === undefined ? {} : { context: 'kind' };
    return t(`problem.${problemCode}`, { ...problemFacts, ...context });
  };

export const useRunProblemText = (): ((problem: RunProblem) => string | null) => {
  const { t, i18n } = useTranslation('runs');
  return runProblemText(t, (key) => i18n.exists(key));
};
