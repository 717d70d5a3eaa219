import { useTranslation } from 'react-i18next';
import type { RuleCheck } from '../../api/shapes.ts';
import { cellText } from '../../parts/runs/cell-text.ts';
import { useRunProblemText } from '../../parts/runs/problem-text.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { useNumberText } from '../../parts/time-text.tsx';
import { Alert } from '../../parts/uswds.tsx';
import { useRuleWarningText } from './warning-text.ts';

const tones: Readonly<Record<RuleCheck['outcome'], Tone>> = {
  PASSED: 'done',
  FINDINGS: 'waiting',
  LISTED: 'quiet',
  NOT_APPLICABLE: 'quiet',
};

interface NumberedRow {
  readonly number: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the query found, how long it took, and the first rows of it. */
export const DryRunResult = ({ check }: { readonly check: RuleCheck }) => {
  const { t } = useTranslation(['rules', 'statuses']);
  const number = useNumberText();
  const problem = useRunProblemText()(check);
  const warningText = useRuleWarningText();
  const columns: readonly Column<NumberedRow>[] = check.columns.map(({ name }) => ({
    id: name,
    header: name,
    cell: ({ values }) => <span className="name">{cellText(values[name])}</span>,
  }));
  return (
    <div className="dry-run" role="status">
      <dl className="facts">
        <div>
          <dt>{t('rules:dryRun.outcome')}</dt>
          <dd>
            <Status tone={tones[check.outcome]} words={t(`statuses:outcome.${check.outcome}`)} />
          </dd>
        </div>
        <div>
          <dt>{t('rules:dryRun.count')}</dt>
          <dd>{number(check.count)}</dd>
        </div>
        <div>
          <dt>{t('rules:dryRun.time')}</dt>
          <dd>{t('rules:dryRun.milliseconds', { time: number(check.milliseconds) })}</dd>
        </div>
        <div>
          <dt>{t('rules:dryRun.year')}</dt>
          <dd>{check.reportingYear}</dd>
        </div>
      </dl>
      {problem !== null && (
        <Alert type="warning" slim>
          {problem}
        </Alert>
      )}
      {check.warnings.map((warning) => (
        <Alert key={warning.code + warning.detail} type="warning" slim className="notice">
          {warningText(warning)}
        </Alert>
      ))}
      {check.sample.length > 0 && (
        <div className="wide-table" tabIndex={0} role="region" aria-label={t('rules:dryRun.sample')}>
          <DataTable
            caption={t('rules:dryRun.sample')}
            columns={columns}
            rows={check.sample.map((values, index) => ({ number: index, values }))}
            idOf={(row) => String(row.number)}
            summary={t('rules:dryRun.shown', { shown: check.sample.length, count: check.count })}
          />
        </div>
      )}
    </div>
  );
};
