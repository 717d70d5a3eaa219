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
import { GroupFields } from './group-fields.tsx';
import { bodyOf, emptyGroup, type GroupForm } from './group-form.ts';

/** A new group of rules. */
export const NewGroupPage = () => {
  const { t } = useTranslation(['rules', 'administration']);
  const navigate = useNavigate();
  const form = useForm<GroupForm>({ defaultValues: emptyGroup });
  useDraft('new-group', form);
  const create = useCommand<GroupForm, { readonly id: string }>({
    send: (group, header) => answerOf(api.POST('/v1/validation-groups', { params: { header }, body: bodyOf(group) })),
    changes: [['validation-groups']],
    onDone: ({ id }, { name }) => {
      say(t('rules:groups.created', { name }));
      void navigate({ to: '/groups/$id', params: { id } });
    },
  });
  return (
    <Page title={t('rules:groups.new')} above={<BackLink to="/groups">{t('rules:groups.title')}</BackLink>}>
      <form
        noValidate
        className="form form--page"
        onSubmit={(submitted) => void form.handleSubmit((group) => create.mutate(group))(submitted)}
      >
        <GroupFields form={form} />
        <ProblemAlert error={create.error} />
        <ButtonGroup>
          <Button type="submit" disabled={create.isPending}>
            {t('administration:create')}
          </Button>
        </ButtonGroup>
      </form>
    </Page>
  );
};
