import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Answer, answerOf, api } from '../../api/client.ts';
import type { Category } from '../../api/shapes.ts';
import { AreaField, TextField, TickField } from '../../parts/fields.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { SaveConflict } from '../../parts/save-conflict.tsx';
import { say } from '../../parts/toasts.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { useSaving } from '../../parts/use-saving.ts';
import { useDraft } from '../../session/use-draft.ts';
import { categoryQuery } from './category-query.ts';

interface CategoryForm {
  name: string;
  description: string;
  active: boolean;
}

const valuesOf = ({ name, description, active }: Category): CategoryForm => ({
  name,
  description: description ?? '',
  active,
});

interface EditCategoryProps {
  readonly category: Answer<Category>;
  readonly onClose: () => void;
}

/** Another name or description, active or not. */
export const EditCategory = ({ category, onClose }: EditCategoryProps) => {
  const { t } = useTranslation('administration');
  const isPermitted = usePermitted();
  const queries = useQueryClient();
  const { id } = category.data;
  const form = useForm<CategoryForm>({ defaultValues: valuesOf(category.data) });
  useDraft(`category/${id}`, form);
  const saving = useSaving<Category, CategoryForm>({
    answer: category,
    reload: () => queries.query({ ...categoryQuery(id), staleTime: 0 }),
    send: ({ description, ...values }, header) =>
      answerOf(
        api.PATCH('/v1/categories/{id}', {
          params: { path: { id }, header },
          body: { ...values, description: description || null },
        }),
      ),
    changes: [['categories']],
    onDone: () => {
      say(t('saved'));
      onClose();
    },
  });
  const activeWords = (active: boolean): string => (active ? t('active') : t('inactive'));
  return (
    <>
      <FormDialog
        title={t('categories.edit')}
        action={t('save')}
        busy={saving.isPending}
        error={saving.error}
        onSubmit={(submitted) => void form.handleSubmit(saving.save)(submitted)}
        onClose={onClose}
      >
        <TextField
          label={t('name')}
          problem={form.formState.errors.name?.message}
          {...form.register('name', { required: t('required') })}
        />
        <AreaField label={t('description')} {...form.register('description')} />
        {(isPermitted('category:DEACTIVATE') || !category.data.active) && (
          <TickField label={t('active')} {...form.register('active')} />
        )}
      </FormDialog>
      <SaveConflict
        saving={saving}
        values={(theirs) => {
          const mine = form.getValues();
          const other = valuesOf(theirs);
          return [
            { label: t('name'), mine: mine.name, theirs: other.name },
            { label: t('description'), mine: mine.description, theirs: other.description },
            { label: t('active'), mine: activeWords(mine.active), theirs: activeWords(other.active) },
          ];
        }}
        onTake={(theirs) => form.reset(valuesOf(theirs))}
      />
    </>
  );
};
