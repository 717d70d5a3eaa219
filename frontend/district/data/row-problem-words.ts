import { useTranslation } from 'react-i18next';
import { isProblemCode } from '../../../shared/domain/dataset/problem-advice.ts';

/** Words for what is wrong with a row; a code that is not known here is told as the system tells it. */
export const useRowProblemWords = () => {
  const { t } = useTranslation('district');
  return ({ code, detail }: { readonly code: string; readonly detail: string }): string =>
    isProblemCode(code) ? t(`rowProblem.${code}`) : detail;
};
