import { useSuspenseQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { districtsQuery } from '../../api/places.ts';
import type { RuleCheck } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Button } from '../../parts/uswds.tsx';
import { DryRunResult } from './dry-run-result.tsx';
import { parametersOf, type RuleForm } from './rule-form.ts';
import { lanes } from './rule-words.ts';

interface DryRunProps {
  /** The rule as it stands in the form. */
  readonly ruleNow: () => RuleForm;
}

interface Trial {
  readonly rule: RuleForm;
  readonly organizationId: string;
  readonly lane: (typeof lanes)[number];
  readonly year: string;
}

const send = ({ rule, organizationId, lane, year }: Trial, header: { readonly 'Idempotency-Key': string }) => {
  const { sql, kind, severity, level, datasets } = rule;
  const parameters = parametersOf(rule);
  const reportingYear = /^\d{4}$/.test(year) ? { reportingYear: Number(year) } : {};
  const body = { sql, kind, severity, level, datasets, organizationId, lane, parameters, ...reportingYear };
  return answerOf(api.POST('/v1/rules/check', { params: { header }, body }));
};

/** Tries the query on the data of one district as they are now. Nothing is kept but that rows were shown. */
export const DryRun = ({ ruleNow }: DryRunProps) => {
  const { t } = useTranslation('rules');
  const id = useId();
  const { data: districts } = useSuspenseQuery(districtsQuery);
  const [organizationId, setOrganizationId] = useState(districts[0]?.id ?? '');
  const [lane, setLane] = useState<(typeof lanes)[number]>('DISTRICT');
  const [year, setYear] = useState('');
  const check = useCommand<Trial, RuleCheck>({ send, changes: [] });
  return (
    <section aria-labelledby={id} className="step section">
      <h2 id={id}>{t('dryRun.title')}</h2>
      <p>{t('dryRun.text')}</p>
      <div className="fields">
        <SelectField
          label={t('dryRun.district')}
          value={organizationId}
          onChange={({ currentTarget }) => setOrganizationId(currentTarget.value)}
        >
          {districts.map((district) => (
            <option key={district.id} value={district.id}>
              {district.name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('dryRun.lane')}
          value={lane}
          onChange={({ currentTarget }) => setLane(lanes.find((one) => one === currentTarget.value) ?? 'DISTRICT')}
        >
          {lanes.map((value) => (
            <option key={value} value={value}>
              {t(`lanes.${value}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('dryRun.year')}
          hint={t('dryRun.yearHint')}
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={({ currentTarget }) => setYear(currentTarget.value)}
        />
      </div>
      <div className="run-buttons">
        <Button
          type="button"
          outline
          disabled={check.isPending || organizationId === ''}
          onClick={() => check.mutate({ rule: ruleNow(), organizationId, lane, year })}
        >
          {check.isPending ? t('dryRun.running') : t('dryRun.run')}
        </Button>
      </div>
      <ProblemAlert error={check.error} />
      {check.data !== undefined && <DryRunResult check={check.data} />}
    </section>
  );
};
