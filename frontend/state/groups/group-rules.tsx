import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../api/shapes.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { SelectField } from '../../parts/fields.tsx';
import { Severity } from '../../parts/severity.tsx';
import { Button, Checkbox } from '../../parts/uswds.tsx';
import { libraryQuery } from '../rules/rule-query.ts';
import { severities } from '../rules/rule-words.ts';
import { type GroupRule, moved } from './group-form.ts';

interface GroupRulesProps {
  readonly level: Rule['level'];
  readonly rules: readonly GroupRule[];
  readonly onChange: (rules: GroupRule[]) => void;
}

const numbersTo = (version: number): readonly number[] =>
  Array.from({ length: version }, (_, index) => version - index);

/** The rules of a group in the order in which they are reported. Moved, pinned, taken in and out here. */
export const GroupRules = ({ level, rules, onChange }: GroupRulesProps) => {
  const { t } = useTranslation(['rules', 'statuses']);
  const { data: library } = useSuspenseQuery(libraryQuery);
  const [chosen, setChosen] = useState('');
  const held = new Set(rules.map(({ ruleId }) => ruleId));
  const free = library.filter((rule) => rule.level === level && rule.status === 'ACTIVE' && !held.has(rule.id));
  const put = (index: number, changes: Partial<GroupRule>): void =>
    onChange(rules.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)));
  return (
    <fieldset className="usa-fieldset schools">
      <legend className="usa-legend">{t('rules:groups.rules')}</legend>
      {rules.length === 0 && <EmptyState title={t('rules:groups.noRules')} />}
      <ol className="group-rules">
        {rules.map(({ ruleId, version, severityOverride, enabled }, index) => {
          const rule = library.find(({ id }) => id === ruleId);
          const name = rule === undefined ? ruleId : `${rule.code} ${rule.name}`;
          return (
            <li key={ruleId}>
              <span className="group-rule">
                {name} {rule !== undefined && <Severity severity={rule.severity} />}
              </span>
              <div className="fields">
                <SelectField
                  label={t('rules:groups.versionOf', { name })}
                  value={version ?? ''}
                  onChange={({ currentTarget }) =>
                    put(index, { version: currentTarget.value === '' ? null : Number(currentTarget.value) })
                  }
                >
                  <option value="">{t('rules:groups.newest')}</option>
                  {numbersTo(rule?.version ?? version ?? 1).map((number) => (
                    <option key={number} value={number}>
                      {t('rules:versionNumber', { version: number })}
                    </option>
                  ))}
                </SelectField>
                <SelectField
                  label={t('rules:groups.severityOf', { name })}
                  value={severityOverride ?? ''}
                  onChange={({ currentTarget }) =>
                    put(index, { severityOverride: severities.find((one) => one === currentTarget.value) ?? null })
                  }
                >
                  <option value="">{t('rules:groups.ownSeverity')}</option>
                  {severities.map((value) => (
                    <option key={value} value={value}>
                      {t(`statuses:severity.${value}`)}
                    </option>
                  ))}
                </SelectField>
                <Checkbox
                  id={`enabled-${ruleId}`}
                  label={
                    <>
                      {t('rules:groups.enabled')}
                      <span className="usa-sr-only">{`: ${name}`}</span>
                    </>
                  }
                  checked={enabled}
                  onChange={({ currentTarget }) => put(index, { enabled: currentTarget.checked })}
                />
              </div>
              <span className="row-buttons">
                <Button type="button" unstyled disabled={index === 0} onClick={() => onChange(moved(rules, index, -1))}>
                  {t('rules:groups.up')}
                  <span className="usa-sr-only">{`: ${name}`}</span>
                </Button>
                <Button
                  type="button"
                  unstyled
                  disabled={index === rules.length - 1}
                  onClick={() => onChange(moved(rules, index, 1))}
                >
                  {t('rules:groups.down')}
                  <span className="usa-sr-only">{`: ${name}`}</span>
                </Button>
                <Button type="button" unstyled onClick={() => onChange(rules.filter((_, at) => at !== index))}>
                  {t('rules:groups.take')}
                  <span className="usa-sr-only">{`: ${name}`}</span>
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <div className="fields fields--row">
        <SelectField
          label={t('rules:groups.add')}
          hint={t('rules:groups.addHint')}
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          <option value="">{t('rules:groups.choose')}</option>
          {free.map((rule) => (
            <option key={rule.id} value={rule.id}>
              {`${rule.code} ${rule.name}`}
            </option>
          ))}
        </SelectField>
        <Button
          type="button"
          outline
          disabled={!free.some(({ id }) => id === chosen)}
          onClick={() => {
            onChange([...rules, { ruleId: chosen, version: null, severityOverride: null, enabled: true }]);
            setChosen('');
          }}
        >
          {t('rules:groups.addRule')}
        </Button>
      </div>
    </fieldset>
  );
};
