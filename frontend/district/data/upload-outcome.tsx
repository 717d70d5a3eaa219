import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from '../../parts/uswds.tsx';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, wholeAnswerOf } from '../../api/client.ts';
import type { Upload } from '../../api/shapes.ts';
import { useJob } from '../../parts/use-job.ts';
import { ProblemTable } from './problem-table.tsx';

/** The refused rows as a file, to correct and send again. */
const RefusedRows = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('district');
  const { data } = useQuery({
    queryKey: ['upload', id, 'errors'],
    queryFn: () => answerOf(api.GET('/v1/uploads/{id}/errors', { params: { path: { id } } })),
  });
  if (!data?.file) return null;
  return (
    <p>
      <a href={data.file.url} download={data.file.fileName}>
        {t('data.refusedRows', { count: data.file.rows })}
      </a>
    </p>
  );
};

/** What became of a file that was sent: being checked, accepted as a version, or refused with its rows. */
export const UploadOutcome = ({ upload: known }: { readonly upload: Upload }) => {
  const { t } = useTranslation('district');
  const queries = useQueryClient();
  const { data: upload = known } = useJob({
    queryKey: ['upload', known.id],
    read: () => wholeAnswerOf(api.GET('/v1/uploads/{id}', { params: { path: { id: known.id } } })),
  });
  const { organizationId, status, rows, fileName, problemCount, problems } = upload;
  useEffect(() => {
    if (status === 'ACCEPTED') void queries.invalidateQueries({ queryKey: ['data', organizationId] });
  }, [status, queries, organizationId]);
  if (status === 'ACCEPTED')
    return (
      <Alert type="success" role="status" className="notice">
        {t('data.accepted', { name: fileName, count: rows ?? 0 })}
      </Alert>
    );
  if (status === 'REFUSED')
    return (
      <>
        <Alert type="error" role="alert" className="notice">
          {t('data.refused', { name: fileName, count: problemCount })}
        </Alert>
        <RefusedRows id={upload.id} />
        <ProblemTable problems={problems} count={problemCount} />
      </>
    );
  return (
    <p role="status" className="loading">
      {t('data.beingChecked')}
    </p>
  );
};
