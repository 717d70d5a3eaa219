import { Button } from '../uswds.tsx';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { Status } from '../status.tsx';

/** Reads every frozen object again and says whether it is still the one that was frozen. */
export const VerifySnapshot = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('runs');
  const verify = useMutation({
    mutationFn: () => answerOf(api.GET('/v1/snapshots/{id}/verify', { params: { path: { id } } })),
  });
  return (
    <>
      <Button type="button" unstyled disabled={verify.isPending} onClick={() => verify.mutate()}>
        {t('verify')}
      </Button>
      <div role="status">
        {verify.data?.ok === true && <Status tone="done" words={t('verified', { count: verify.data.checked })} />}
        {verify.data?.ok === false && (
          <Status
            tone="wrong"
            words={t('differs', { datasets: verify.data.differing.map(({ dataset }) => dataset).join(', ') })}
          />
        )}
      </div>
      <ProblemAlert error={verify.error} />
    </>
  );
};
