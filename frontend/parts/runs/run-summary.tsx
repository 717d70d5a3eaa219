import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../api/shapes.ts';
import { type Column, DataTable } from '../data-table.tsx';
import { Status, type Tone } from '../status.tsx';
import { useNumberText } from '../time-text.tsx';
import { useRunProblemText } from './problem-text.ts';
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
  const { t } = useTranslation(['runs', 'statuses']);
  const number = useNumberText();
  const problemText = useRunProblemText();
  const [open, setOpen] = useState<RuleResult | null>(null);
  const columns: readonly Column<RuleResult>[] = [
    {
      id: 'rule',
      header: t('runs:rule'),
      cell: (rule) => (
        <>
          {`${rule.ruleCode} ${rule.ruleName}`}
          {rule.problem !== null && <span className="row-note">{problemText(rule)}</span>}
        </>
      ),
    },
    {
      id: 'dataset',
      header: t('runs:dataset'),
      cell: ({ dataset }) => <span className="name">{dataset}</span>,
    },
    { id: 'severity', header: t('runs:severity'), cell: ({ severity }) => t(`statuses:severity.${severity}`) },
    {
      id: 'outcome',
      header: t('runs:outcome'),
      cell: (rule) => <Status tone={toneOf(rule)} words={t(`statuses:outcome.${rule.outcome}`)} />,
    },
    { id: 'count', header: t('runs:records'), numeric: true, cell: ({ count }) => number(count) },
    {
      id: 'rows',
      header: t('runs:rows'),
      cell: (rule) =>
        rule.count > 0 && (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-label={t('runs:showRowsOf', { rule: rule.ruleCode })}
            onClick={() => setOpen(rule)}
          >
            {t('runs:showRows')}
          </button>
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('runs:byRule')}
        columns={columns}
        rows={run.summary.toSorted((one, other) => weight(one) - weight(other))}
        idOf={({ ruleCode, dataset }) => `${ruleCode} ${dataset}`}
      />
      {open !== null && <Findings run={run} rule={open} onClose={() => setOpen(null)} />}
    </>
  );
};
