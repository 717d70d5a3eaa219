import { useNavigate } from '@tanstack/react-router';
import type { SyntheticEvent } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { say } from '../../parts/toasts.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button, ButtonGroup } from '../../parts/uswds.tsx';
import { useDraft } from '../../session/use-draft.ts';
import { BackLink } from '../administration/back-link.tsx';
import { DryRun } from './dry-run.tsx';
import { RuleFields } from './rule-fields.tsx';
import { bodyOf, emptyRule, type RuleForm } from './rule-form.ts';

interface NewRule {
  readonly rule: RuleForm;
  readonly status: 'ACTIVE' | 'DRAFT';
}

/** A new rule: written, tried on a district's data, and saved as draft or active. */
export const NewRulePage = () => {
  const { t } = useTranslation('rules');
  const navigate = useNavigate();
  const isPermitted = usePermitted();
  const form = useForm<RuleForm>({ defaultValues: emptyRule });
  useDraft('new-rule', form);
  const create = useCommand<NewRule, { readonly id: string }>({
    send: ({ rule, status }, header) =>
      answerOf(api.POST('/v1/rules', { params: { header }, body: { ...bodyOf(rule), status } })),
    changes: [['rules']],
    onDone: ({ id }, { rule }) => {
      say(t('created', { code: rule.code }));
      void navigate({ to: '/rules/$id', params: { id } });
    },
  });
  const saveAs = (status: NewRule['status']) => (given: SyntheticEvent) =>
    void form.handleSubmit((rule) => create.mutate({ rule, status }))(given);
  return (
    <Page title={t('new')} above={<BackLink to="/rules">{t('title')}</BackLink>}>
      <form noValidate className="form form--page" onSubmit={saveAs('ACTIVE')}>
        <RuleFields form={form} />
        {isPermitted('checkRule') && <DryRun ruleNow={form.getValues} />}
        <ProblemAlert error={create.error} />
        <ButtonGroup>
          <Button type="submit" disabled={create.isPending}>
            {t('saveActive')}
          </Button>
          <Button type="button" outline disabled={create.isPending} onClick={saveAs('DRAFT')}>
            {t('saveDraft')}
          </Button>
        </ButtonGroup>
      </form>
    </Page>
  );
};
