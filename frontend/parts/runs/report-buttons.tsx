import { Button } from '../uswds.tsx';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Run } from '../../api/shapes.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { FormatButtons } from './format-buttons.tsx';
import { ReportFrame } from './report-frame.tsx';

interface ReportButtonsProps {
  readonly run: Run;
  /** Whether opening it is the next thing to do. */
  readonly isNext: boolean;
  /** Opening counts as viewed: what is read anew then. */
  readonly changes: readonly QueryKey[];
}

const files = ['csv', 'xlsx', 'pdf'] as const;
type Format = 'html' | (typeof files)[number];

/** Opens the report in a frame, or downloads it. Each time a link of its own is asked for, which is recorded as a disclosure. */
export const ReportButtons = ({ run, isNext, changes }: ReportButtonsProps) => {
  const { t } = useTranslation('runs');
  const queries = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const open = useMutation({
    mutationFn: (format: Format) =>
      answerOf(api.GET('/v1/runs/{id}/report', { params: { path: { id: run.id }, query: { format } } })),
    onSuccess: async ({ url }, format) => {
      if (format === 'html') setShown(url);
      else window.location.assign(url);
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return (
    <div className="run-buttons">
      <Button type="button" outline={!isNext} disabled={open.isPending} onClick={() => open.mutate('html')}>
        {t('open')}
      </Button>
      <FormatButtons
        label={t('download')}
        formats={files}
        nameOf={(format) => t('downloadAs', { format })}
        disabled={open.isPending}
        onChoose={open.mutate}
      />
      <ProblemAlert error={open.error} />
      {shown !== null && <ReportFrame title={run.title} url={shown} onClose={() => setShown(null)} />}
    </div>
  );
};
