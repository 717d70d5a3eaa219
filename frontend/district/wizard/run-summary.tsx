import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../api/shapes.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { useNumberText } from '../../parts/time-text.tsx';
import { Findings } from './findings.tsx';

type RuleResult = Run['summary'][number];

const outcomeTones: Readonly<Record<RuleResult['outcome'], Tone>> = {
  PASSED: 'done',
  FINDINGS: 'waiting',
  LISTED: 'quiet',
  ERRORED: 'wrong',
  NOT_APPLICABLE: 'quiet',
};

const toneOf = ({ outcome, severity }: RuleResult): Tone =>
  outcome === 'FINDINGS' && severity === 'FATAL' ? 'wrong' : outcomeTones[outcome];

const severityOrder: Readonly<Record<RuleResult['severity'], number>> = {
  FATAL: 0,
  SPECIAL_WARNING: 1,
  WARNING: 2,
  INFO: 3,
};

/** What keeps somebody from going on comes first. */
const weight = ({ outcome, severity }: RuleResult): number =>
  severityOrder[severity] + (outcome === 'FINDINGS' || outcome === 'ERRORED' ? 0 : 10);

/** The findings by rule, and on demand the rows of each. */
export const RunSummary = ({ run }: { readonly run: Run }) => {
  const { t } = useTranslation(['district', 'statuses']);
  const number = useNumberText();
  const [open, setOpen] = useState<RuleResult | null>(null);
  const columns: readonly Column<RuleResult>[] = [
    {
      id: 'rule',
      header: t('district:run.rule'),
      cell: ({ ruleCode, ruleName, problem }) => (
        <>
          {`${ruleCode} ${ruleName}`}
          {problem !== null && <span className="row-note">{problem}</span>}
        </>
      ),
    },
    {
      id: 'dataset',
      header: t('district:run.dataset'),
      cell: ({ dataset }) => <span className="name">{dataset}</span>,
    },
    { id: 'severity', header: t('district:run.severity'), cell: ({ severity }) => t(`statuses:severity.${severity}`) },
    {
      id: 'outcome',
      header: t('district:run.outcome'),
      cell: (rule) => <Status tone={toneOf(rule)} words={t(`statuses:outcome.${rule.outcome}`)} />,
    },
    { id: 'count', header: t('district:run.records'), numeric: true, cell: ({ count }) => number(count) },
    {
      id: 'rows',
      header: t('district:run.rows'),
      cell: (rule) =>
        rule.count > 0 && (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-label={t('district:run.showRowsOf', { rule: rule.ruleCode })}
            onClick={() => setOpen(rule)}
          >
            {t('district:run.showRows')}
          </button>
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('district:run.byRule')}
        columns={columns}
        rows={run.summary.toSorted((one, other) => weight(one) - weight(other))}
        idOf={({ ruleCode, dataset }) => `${ruleCode} ${dataset}`}
      />
      {open !== null && <Findings run={run} rule={open} onClose={() => setOpen(null)} />}
    </>
  );
};
