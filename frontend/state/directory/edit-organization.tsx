import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Answer, answerOf, api, wholeAnswerOf } from '../../api/client.ts';
import type { Organization } from '../../api/shapes.ts';
import { TextField } from '../../parts/fields.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { SaveConflict } from '../../parts/save-conflict.tsx';
import { say } from '../../parts/toasts.tsx';
import { useSaving } from '../../parts/use-saving.ts';
import { useDraft } from '../../session/use-draft.ts';

const organizationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organizations', 'one', id],
    queryFn: () => wholeAnswerOf(api.GET('/v1/organizations/{orgId}', { params: { path: { orgId: id } } })),
    staleTime: 0,
    gcTime: 0,
  });

interface OrganizationForm {
  name: string;
  number: string;
}

interface EditFormProps {
  readonly answer: Answer<Organization>;
  readonly onClose: () => void;
}

const EditForm = ({ answer, onClose }: EditFormProps) => {
  const { t } = useTranslation('administration');
  const queries = useQueryClient();
  const { id, name, number } = answer.data;
  const form = useForm<OrganizationForm>({ defaultValues: { name, number } });
  useDraft(`organization/${id}`, form);
  const saving = useSaving<Organization, OrganizationForm>({
    answer,
    reload: () => queries.query({ ...organizationQuery(id), staleTime: 0 }),
    send: (body, header) =>
      answerOf(api.PATCH('/v1/organizations/{orgId}', { params: { path: { orgId: id }, header }, body })),
    changes: [['organizations']],
    onDone: () => {
      say(t('saved'));
      onClose();
    },
  });
  const { errors } = form.formState;
  const required = { required: t('required') };
  return (
    <>
      <FormDialog
        title={t('organizations.edit')}
        action={t('save')}
        busy={saving.isPending}
        error={saving.error}
        onSubmit={(submitted) => void form.handleSubmit(saving.save)(submitted)}
        onClose={onClose}
      >
        <TextField label={t('name')} problem={errors.name?.message} {...form.register('name', required)} />
        <TextField
          label={t('organizations.number')}
          maxLength={64}
          problem={errors.number?.message}
          {...form.register('number', required)}
        />
      </FormDialog>
      <SaveConflict
        saving={saving}
        values={(theirs) => {
          const mine = form.getValues();
          return [
            { label: t('name'), mine: mine.name, theirs: theirs.name },
            { label: t('organizations.number'), mine: mine.number, theirs: theirs.number },
          ];
        }}
        onTake={(theirs) => form.reset({ name: theirs.name, number: theirs.number })}
      />
    </>
  );
};

/** Another name or number of an organization, over what is stored now. */
export const EditOrganization = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const { data } = useQuery({ ...organizationQuery(id), throwOnError: true });
  return data === undefined ? null : <EditForm answer={data} onClose={onClose} />;
};
