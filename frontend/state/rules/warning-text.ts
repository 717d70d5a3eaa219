import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RuleCheck } from '../../api/shapes.ts';
import type rules from '../../texts/en/rules.json';

type Warning = RuleCheck['warnings'][number];

/** What an author should know about a query, in his language. A code without words is told as the system tells it. */
export const ruleWarningText =
  (t: TFunction<'rules'>, exists: (key: string) => boolean) =>
  ({ code, detail, facts = {} }: Warning): string => {
    const isKnown = (one: string): one is keyof (typeof rules)['warning'] => exists(`rules:warning.${one}`);
    return isKnown(code) ? t(`warning.${code}`, { what: facts['what'] }) : detail;
  };

export const useRuleWarningText = (): ((warning: Warning) => string) => {
  const { t, i18n } = useTranslation('rules');
  return ruleWarningText(t, (key) => i18n.exists(key));
};
