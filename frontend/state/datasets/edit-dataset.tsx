import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Answer, answerOf, api } from '../../api/client.ts';
import { isRefused } from '../../api/problem.ts';
import type { Dataset } from '../../api/shapes.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SaveConflict } from '../../parts/save-conflict.tsx';
import { say } from '../../parts/toasts.tsx';
import { useSaving } from '../../parts/use-saving.ts';
import { Button, ButtonGroup } from '../../parts/uswds.tsx';
import { useDraft } from '../../session/use-draft.ts';
import { Consequences } from './consequences.tsx';
import { DatasetFields } from './dataset-fields.tsx';
import { bodyOf, type DatasetForm, formOf } from './dataset-form.ts';
import { datasetQuery } from './dataset-query.ts';

interface EditDatasetProps {
  readonly answer: Answer<Dataset>;
  readonly onDone: () => void;
}

interface Wish {
  readonly form: DatasetForm;
  readonly confirm: boolean;
}

/** A new version of a declaration. What narrows it is confirmed; what was accepted before keeps the version it was checked by. */
export const EditDataset = ({ answer, onDone }: EditDatasetProps) => {
  const { t } = useTranslation(['administration', 'shell']);
  const queries = useQueryClient();
  const { name } = answer.data;
  const form = useForm<DatasetForm>({ defaultValues: formOf(answer.data) });
  useDraft(`dataset/${name}`, form);
  const saving = useSaving<Dataset, Wish>({
    answer,
    reload: () => queries.query({ ...datasetQuery(name), staleTime: 0 }),
    send: (wish, header) =>
      answerOf(
        api.PUT('/v1/datasets/{name}', {
          params: { path: { name }, header },
          body: { ...bodyOf(wish.form, answer.data), confirm: wish.confirm },
        }),
      ),
    changes: [['datasets']],
    onDone: () => {
      say(t('administration:saved'));
      onDone();
    },
  });
  const unconfirmed = isRefused(saving.error, 'CONFIRMATION_REQUIRED') ? saving.error : null;
  const columnsOf = ({ columns }: DatasetForm): string => columns.map((column) => column.name).join(', ');
  return (
    <form
      noValidate
      className="form form--page"
      onSubmit={(submitted) =>
        void form.handleSubmit((given) => saving.save({ form: given, confirm: unconfirmed !== null }))(submitted)
      }
    >
      <DatasetFields form={form} present={answer.data} />
      {unconfirmed === null ? (
        <ProblemAlert error={saving.error} />
      ) : (
        <Consequences facts={unconfirmed.told.facts} columns={form.getValues('columns')} />
      )}
      <ButtonGroup>
        <Button type="submit" disabled={saving.isPending}>
          {t(unconfirmed === null ? 'administration:save' : 'administration:datasets.saveAllTheSame')}
        </Button>
        <Button type="button" unstyled className="padding-105" onClick={onDone}>
          {t('shell:cancel')}
        </Button>
      </ButtonGroup>
      <SaveConflict
        saving={saving}
        values={(theirs) => {
          const mine = form.getValues();
          const other = formOf(theirs);
          return [
            { label: t('administration:name'), mine: mine.title, theirs: other.title },
            { label: t('administration:datasets.columns'), mine: columnsOf(mine), theirs: columnsOf(other) },
          ];
        }}
        onTake={(theirs) => form.reset(formOf(theirs))}
      />
    </form>
  );
};
