import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Rule } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { say } from '../../parts/toasts.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button, ButtonGroup } from '../../parts/uswds.tsx';
import { useDraft } from '../../session/use-draft.ts';
import { DryRun } from './dry-run.tsx';
import { RuleFields } from './rule-fields.tsx';
import { bodyOf, formOf, type RuleForm } from './rule-form.ts';

interface RuleVersionFormProps {
  readonly rule: Rule;
  readonly onDone: () => void;
}

/** A new version of a rule. What holds to an older one keeps it. */
export const RuleVersionForm = ({ rule, onDone }: RuleVersionFormProps) => {
  const { t } = useTranslation(['rules', 'shell']);
  const isPermitted = usePermitted();
  const { id } = rule;
  const form = useForm<RuleForm>({ defaultValues: formOf(rule) });
  useDraft(`rule/${id}`, form);
  const save = useCommand<RuleForm, { readonly version: number }>({
    send: (values, header) =>
      answerOf(api.POST('/v1/rules/{id}/versions', { params: { path: { id }, header }, body: bodyOf(values) })),
    changes: [['rules'], ['validation-groups']],
    onDone: ({ version }) => {
      say(t('rules:versionSaved', { version }));
      onDone();
    },
  });
  return (
    <form
      noValidate
      className="form form--page"
      onSubmit={(submitted) => void form.handleSubmit((values) => save.mutate(values))(submitted)}
    >
      <RuleFields form={form} />
      {isPermitted('checkRule') && <DryRun ruleNow={form.getValues} />}
      <ProblemAlert error={save.error} />
      <ButtonGroup>
        <Button type="submit" disabled={save.isPending}>
          {t('rules:saveVersion')}
        </Button>
        <Button type="button" unstyled className="padding-105" onClick={onDone}>
          {t('shell:cancel')}
        </Button>
      </ButtonGroup>
    </form>
  );
};
