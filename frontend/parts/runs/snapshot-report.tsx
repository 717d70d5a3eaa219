import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { Button } from '../uswds.tsx';
import { ReportFrame } from './report-frame.tsx';

/** What a snapshot holds, by dataset and school, beside the year before. It is counted by itself, a while after the snapshot. */
export const SnapshotReport = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('runs');
  const [shown, setShown] = useState<string | null>(null);
  const open = useMutation({
    mutationFn: () => answerOf(api.GET('/v1/snapshots/{id}/report', { params: { path: { id } } })),
    onSuccess: ({ url }) => setShown(url),
  });
  return (
    <>
      <Button type="button" outline disabled={open.isPending} onClick={() => open.mutate()}>
        {t('openSnapshotReport')}
      </Button>
      <ProblemAlert error={open.error} />
      {shown !== null && <ReportFrame title={t('snapshotReport')} url={shown} onClose={() => setShown(null)} />}
    </>
  );
};
