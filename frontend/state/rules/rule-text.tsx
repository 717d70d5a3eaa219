import { useTranslation } from 'react-i18next';
import type { Rule } from '../../api/shapes.ts';
import { SafeLink } from '../../parts/safe-link.tsx';
import { tokensOf } from '../../parts/sql-tokens.ts';

/** What the rule says and asks, to read. */
export const RuleText = ({ rule }: { readonly rule: Rule }) => {
  const { t } = useTranslation('rules');
  return (
    <section aria-labelledby="rule-text" className="section">
      <h2 id="rule-text">{t('text')}</h2>
      <p>{rule.message}</p>
      {rule.resolution !== null && <p className="quote">{rule.resolution}</p>}
      {rule.helpUrl !== null && (
        <p>
          <SafeLink url={rule.helpUrl}>{t('helpUrl')}</SafeLink>
        </p>
      )}
      <p className="row-note name">{`${t('datasets')}: ${rule.datasets.join(', ')}`}</p>
      {rule.causeColumn !== null && <p className="row-note name">{`${t('causeColumn')}: ${rule.causeColumn}`}</p>}
      {rule.parameters.map(({ name, type, default: value }) => (
        <p key={name} className="row-note name">{`$${name}: ${type}, ${value ?? '–'}`}</p>
      ))}
      <pre className="sql-shown" tabIndex={0} role="region" aria-label={t('sql')}>
        <code>
          {tokensOf(rule.sql).map(({ kind, text }, index) => (
            <span key={index} className={`token-${kind}`}>
              {text}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
};
