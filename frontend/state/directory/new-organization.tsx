import { useSuspenseQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { districtsQuery } from '../../api/places.ts';
import type { Organization } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { say } from '../../parts/toasts.tsx';
import { useDraft } from '../../session/use-draft.ts';

const types = ['DISTRICT', 'SCHOOL', 'REGION'] as const;

interface OrganizationForm {
  id: string;
  type: (typeof types)[number];
  name: string;
  number: string;
  parentOrganizationId: string;
}

/** A new region, district or school; a school in its district. */
export const NewOrganization = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('administration');
  const { data: districts } = useSuspenseQuery(districtsQuery);
  const form = useForm<OrganizationForm>({
    defaultValues: { id: '', type: 'DISTRICT', name: '', number: '', parentOrganizationId: '' },
  });
  useDraft('new-organization', form);
  const { register, formState, watch, handleSubmit } = form;
  const type = watch('type');
  const create = useCommand<OrganizationForm, Organization>({
    send: ({ parentOrganizationId, ...values }, header) =>
      answerOf(
        api.POST('/v1/organizations', {
          params: { header },
          body: { ...values, ...(values.type === 'SCHOOL' && { parentOrganizationId }) },
        }),
      ),
    changes: [['organizations']],
    onDone: ({ name }) => {
      say(t('organizations.created', { name }));
      onClose();
    },
  });
  const { errors } = formState;
  const required = { required: t('required') };
  return (
    <FormDialog
      title={t('organizations.new')}
      action={t('create')}
      busy={create.isPending}
      error={create.error}
      onSubmit={(submitted) => void handleSubmit((values) => create.mutate(values))(submitted)}
      onClose={onClose}
    >
      <SelectField label={t('organizations.type')} {...register('type')}>
        {types.map((value) => (
          <option key={value} value={value}>
            {t(`organizations.${value}`)}
          </option>
        ))}
      </SelectField>
      {type === 'SCHOOL' && (
        <SelectField
          label={t('district')}
          problem={errors.parentOrganizationId?.message}
          {...register('parentOrganizationId', required)}
        >
          <option value="">{t('choose')}</option>
          {districts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField label={t('name')} problem={errors.name?.message} {...register('name', required)} />
      <TextField
        label={t('organizations.number')}
        hint={t('organizations.numberHint')}
        maxLength={64}
        problem={errors.number?.message}
        {...register('number', required)}
      />
      <TextField
        label={t('organizations.id')}
        hint={t('organizations.idHint')}
        maxLength={64}
        problem={errors.id?.message}
        {...register('id', required)}
      />
    </FormDialog>
  );
};
