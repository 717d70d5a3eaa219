import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Category } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { AreaField, SelectField, TextField } from '../../parts/fields.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { say } from '../../parts/toasts.tsx';
import { useDraft } from '../../session/use-draft.ts';

interface NewCategoryForm {
  name: string;
  level: Category['level'];
  description: string;
}

/** A new category. Its level is chosen once: events, groups and lists of members rest on it. */
export const NewCategory = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('administration');
  const navigate = useNavigate();
  const form = useForm<NewCategoryForm>({ defaultValues: { name: '', level: 'DISTRICT', description: '' } });
  useDraft('new-category', form);
  const create = useCommand<NewCategoryForm, Category>({
    send: ({ name, level, description }, header) =>
      answerOf(
        api.POST('/v1/categories', { params: { header }, body: { name, level, description: description || null } }),
      ),
    changes: [['categories']],
    onDone: ({ id, name }) => {
      say(t('categories.created', { name }));
      void navigate({ to: '/categories/$id', params: { id } });
    },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title={t('categories.new')}
      action={t('create')}
      busy={create.isPending}
      error={create.error}
      onSubmit={(submitted) => void form.handleSubmit((values) => create.mutate(values))(submitted)}
      onClose={onClose}
    >
      <TextField
        label={t('name')}
        problem={errors.name?.message}
        {...form.register('name', { required: t('required') })}
      />
      <SelectField label={t('level.title')} hint={t('categories.levelHint')} {...form.register('level')}>
        <option value="DISTRICT">{t('level.DISTRICT')}</option>
        <option value="SCHOOL">{t('level.SCHOOL')}</option>
      </SelectField>
      <AreaField label={t('description')} {...form.register('description')} />
    </FormDialog>
  );
};
