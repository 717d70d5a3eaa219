import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { districtsQuery } from '../../api/places.ts';
import { meQuery } from '../../api/queries.ts';
import type { User } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { SelectField, TextField, TickField } from '../../parts/fields.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { type Schools, SchoolsField } from '../../parts/schools-field.tsx';
import { say } from '../../parts/toasts.tsx';
import { useDraft } from '../../session/use-draft.ts';
import { PersonFields, type PersonForm } from './person-form.tsx';

interface NewPersonForm extends PersonForm {
  userId: string;
  /** Empty: somebody of the state. */
  districtId: string;
  districtAdmin: boolean;
}

interface NewUser {
  readonly form: NewPersonForm;
  readonly schools: Schools;
}

const empty = { userId: '', firstName: '', lastName: '', email: '', staffStateId: '', districtAdmin: false };

/** Somebody new, who is invited to sign in. Rights are given afterwards. */
export const NewPerson = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('administration');
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: districts } = useSuspenseQuery(districtsQuery);
  const isState = me.side === 'STATE';
  const [schools, setSchools] = useState<Schools>(me.schools);
  const form = useForm<NewPersonForm>({ defaultValues: { ...empty, districtId: isState ? '' : me.organizationId } });
  useDraft('new-person', form);
  const { register, formState, watch, handleSubmit } = form;
  const districtId = watch('districtId');
  const create = useCommand<NewUser, User>({
    send: ({ form: { districtId: district, staffStateId, districtAdmin, ...person }, schools }, header) =>
      answerOf(
        api.POST('/v1/users', {
          params: { header },
          body: {
            ...person,
            staffStateId: staffStateId || null,
            ...(district === ''
              ? { side: 'STATE', organizationId: me.organizationId }
              : {
                  side: 'LOCAL',
                  organizationId: district,
                  districtAdmin,
                  schools: schools === 'ALL' ? schools : [...schools],
                }),
          },
        }),
      ),
    changes: [['users']],
    onDone: ({ id, firstName, lastName }) => {
      say(t('people.created', { name: `${firstName} ${lastName}` }));
      void navigate({ to: '/people/$userId', params: { userId: id } });
    },
  });
  return (
    <FormDialog
      title={t('people.new')}
      action={t('create')}
      busy={create.isPending}
      error={create.error}
      onSubmit={(submitted) => void handleSubmit((values) => create.mutate({ form: values, schools }))(submitted)}
      onClose={onClose}
    >
      <TextField
        label={t('people.userId')}
        hint={t('people.userIdHint')}
        maxLength={64}
        problem={formState.errors.userId?.message}
        {...register('userId', { required: t('required') })}
      />
      <PersonFields register={form.register} errors={formState.errors} />
      {isState && (
        <SelectField label={t('people.place')} {...register('districtId')}>
          <option value="">{me.organization.name}</option>
          {districts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {districtId !== '' && (
        <>
          <TickField label={t('people.districtAdmin')} {...register('districtAdmin')} />
          <SchoolsField districtId={districtId} value={schools} onChange={setSchools} />
        </>
      )}
    </FormDialog>
  );
};
