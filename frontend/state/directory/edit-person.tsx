import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, answerOf, api } from '../../api/client.ts';
import type { User } from '../../api/shapes.ts';
import { TickField } from '../../parts/fields.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { SaveConflict } from '../../parts/save-conflict.tsx';
import { type Schools, SchoolsField } from '../../parts/schools-field.tsx';
import { say } from '../../parts/toasts.tsx';
import { useSaving } from '../../parts/use-saving.ts';
import { useDraft } from '../../session/use-draft.ts';
import { PersonFields, type PersonForm, personOf } from './person-form.tsx';
import { userQuery } from './user-query.ts';

interface EditForm extends PersonForm {
  active: boolean;
  districtAdmin: boolean;
}

const valuesOf = (user: User): EditForm => ({
  ...personOf(user),
  active: user.active,
  districtAdmin: user.districtAdmin,
});

interface EditPersonProps {
  readonly user: Answer<User>;
  readonly onClose: () => void;
}

/** Changes a person; one who is no longer active can no longer sign in, and his part in running events ends. */
export const EditPerson = ({ user, onClose }: EditPersonProps) => {
  const { t } = useTranslation('administration');
  const queries = useQueryClient();
  const { id: userId, side, organizationId } = user.data;
  const [schools, setSchools] = useState<Schools>(user.data.schools);
  const form = useForm<EditForm>({ defaultValues: valuesOf(user.data) });
  useDraft(`person/${userId}`, form);
  const saving = useSaving<User, EditForm>({
    answer: user,
    reload: () => queries.query({ ...userQuery(userId), staleTime: 0 }),
    send: ({ staffStateId, districtAdmin, ...person }, header) =>
      answerOf(
        api.PATCH('/v1/users/{userId}', {
          params: { path: { userId }, header },
          body: {
            ...person,
            staffStateId: staffStateId || null,
            ...(side === 'LOCAL' && { districtAdmin, schools: schools === 'ALL' ? schools : [...schools] }),
          },
        }),
      ),
    changes: [['users']],
    onDone: () => {
      say(t('saved'));
      onClose();
    },
  });
  const { register, formState, handleSubmit } = form;
  return (
    <>
      <FormDialog
        title={t('people.edit')}
        action={t('save')}
        busy={saving.isPending}
        error={saving.error}
        onSubmit={(submitted) => void handleSubmit(saving.save)(submitted)}
        onClose={onClose}
      >
        <PersonFields register={form.register} errors={formState.errors} />
        <TickField label={t('people.maySignIn')} {...register('active')} />
        {side === 'LOCAL' && (
          <>
            <TickField label={t('people.districtAdmin')} {...register('districtAdmin')} />
            <SchoolsField districtId={organizationId} value={schools} onChange={setSchools} />
          </>
        )}
      </FormDialog>
      <SaveConflict
        saving={saving}
        values={(theirs) => {
          const mine = form.getValues();
          const other = valuesOf(theirs);
          const words = (active: boolean): string => (active ? t('yes') : t('no'));
          return [
            { label: t('people.firstName'), mine: mine.firstName, theirs: other.firstName },
            { label: t('people.lastName'), mine: mine.lastName, theirs: other.lastName },
            { label: t('people.email'), mine: mine.email, theirs: other.email },
            { label: t('people.staffStateId'), mine: mine.staffStateId, theirs: other.staffStateId },
            { label: t('people.maySignIn'), mine: words(mine.active), theirs: words(other.active) },
            { label: t('people.districtAdmin'), mine: words(mine.districtAdmin), theirs: words(other.districtAdmin) },
          ];
        }}
        onTake={(theirs) => {
          form.reset(valuesOf(theirs));
          setSchools(theirs.schools);
        }}
      />
    </>
  );
};
