import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Rule } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { say } from '../../parts/toasts.tsx';
import { Button } from '../../parts/uswds.tsx';

const nextOf: Readonly<Record<Rule['status'], Rule['status']>> = {
  DRAFT: 'ACTIVE',
  ACTIVE: 'ARCHIVED',
  ARCHIVED: 'ACTIVE',
};

/** Activates a draft, archives what is no longer asked, brings back what was archived; always with the reason. */
export const ChangeStatus = ({ rule, etag }: { readonly rule: Rule; readonly etag: string | null }) => {
  const { t } = useTranslation('rules');
  const [isOpen, setOpen] = useState(false);
  const status = nextOf[rule.status];
  const action = t(`turn.${rule.status}`);
  const change = useCommand<{ readonly reason: string }, unknown>({
    send: ({ reason }) =>
      answerOf(
        api.PATCH('/v1/rules/{id}', {
          params: { path: { id: rule.id }, header: { 'If-Match': etag ?? '*' } },
          body: { status, reason },
        }),
      ),
    changes: [['rules'], ['validation-groups']],
    onDone: () => {
      say(t('statusChanged'));
      setOpen(false);
    },
  });
  return (
    <>
      <Button type="button" outline onClick={() => setOpen(true)}>
        {action}
      </Button>
      {isOpen && (
        <ReasonDialog
          draft={`rule-status/${rule.id}`}
          title={`${action}: ${rule.code}`}
          action={action}
          busy={change.isPending}
          error={change.error}
          onSubmit={(reason) => change.mutate({ reason })}
          onClose={() => setOpen(false)}
        >
          <p>{t(`turnText.${rule.status}`)}</p>
        </ReasonDialog>
      )}
    </>
  );
};
