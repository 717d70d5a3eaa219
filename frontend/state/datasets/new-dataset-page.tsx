import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { say } from '../../parts/toasts.tsx';
import { Button, ButtonGroup } from '../../parts/uswds.tsx';
import { useDraft } from '../../session/use-draft.ts';
import { BackLink } from '../administration/back-link.tsx';
import { DatasetFields } from './dataset-fields.tsx';
import { bodyOf, type DatasetForm, emptyDataset } from './dataset-form.ts';

/** Declares a dataset that districts deliver from then on. */
export const NewDatasetPage = () => {
  const { t } = useTranslation('administration');
  const navigate = useNavigate();
  const form = useForm<DatasetForm>({ defaultValues: emptyDataset });
  useDraft('new-dataset', form);
  const create = useCommand<DatasetForm, { readonly name: string }>({
    send: (given, header) => answerOf(api.POST('/v1/datasets', { params: { header }, body: bodyOf(given, null) })),
    changes: [['datasets']],
    onDone: ({ name }, { title }) => {
      say(t('datasets.created', { title }));
      void navigate({ to: '/datasets/$name', params: { name } });
    },
  });
  return (
    <Page title={t('datasets.new')} above={<BackLink to="/datasets">{t('datasets.title')}</BackLink>}>
      <form
        noValidate
        className="form form--page"
        onSubmit={(submitted) => void form.handleSubmit((given) => create.mutate(given))(submitted)}
      >
        <DatasetFields form={form} present={null} />
        <ProblemAlert error={create.error} />
        <ButtonGroup>
          <Button type="submit" disabled={create.isPending}>
            {t('create')}
          </Button>
        </ButtonGroup>
      </form>
    </Page>
  );
};
