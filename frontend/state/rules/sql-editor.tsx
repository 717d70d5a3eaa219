import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { tokensOf } from '../../parts/sql-tokens.ts';
import { ErrorMessage } from '../../parts/uswds.tsx';

interface SqlEditorProps {
  readonly id: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly readOnly?: boolean;
  readonly onChange: (sql: string) => void;
}

/**
 * A query in colours. What is written into is a plain text field, with all that keyboards, readers of the screen and the
 * browser's own undo do with one; the colours lie behind it. The tabulator leaves it like any other field.
 */
export const SqlEditor = ({ id, value, problem, readOnly = false, onChange }: SqlEditorProps) => {
  const { t } = useTranslation('rules');
  const colours = useRef<HTMLPreElement>(null);
  const described = [`${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={problem === undefined ? 'usa-form-group' : 'usa-form-group usa-form-group--error'}>
      <label className="usa-label" htmlFor={id}>
        {t('sql')}
      </label>
      <span className="usa-hint field-hint" id={`${id}-hint`}>
        {t('sqlHint')}
      </span>
      {problem !== undefined && <ErrorMessage id={`${id}-problem`}>{problem}</ErrorMessage>}
      <div className="sql">
        <pre className="sql-colours" aria-hidden="true" ref={colours}>
          {tokensOf(value).map(({ kind, text }, index) => (
            // Tokens have no identity but their place.
            <span key={index} className={`token-${kind}`}>
              {text}
            </span>
          ))}
          {'\n'}
        </pre>
        <textarea
          id={id}
          className="sql-text"
          value={value}
          readOnly={readOnly}
          maxLength={100_000}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          rows={12}
          aria-invalid={problem !== undefined}
          aria-describedby={described}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          onScroll={({ currentTarget }) => colours.current?.scrollTo(currentTarget.scrollLeft, currentTarget.scrollTop)}
        />
      </div>
    </div>
  );
};
