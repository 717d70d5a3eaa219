import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { StateMember } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { RoleField } from '../../parts/role-field.tsx';
import { say } from '../../parts/toasts.tsx';
import { Alert, ErrorMessage } from '../../parts/uswds.tsx';

const roles = ['APPROVER', 'REVIEWER'] as const;
type Role = (typeof roles)[number];

interface Membership {
  readonly userId: string;
  readonly role: Role;
}

interface StateMemberDialogProps {
  readonly categoryId: string;
  /** Null: somebody new, who is found first. */
  readonly member: StateMember | null;
  readonly onClose: () => void;
}

/** Makes somebody of the state approver or reviewer of the category. */
export const StateMemberDialog = ({ categoryId, member, onClose }: StateMemberDialogProps) => {
  const { t } = useTranslation('administration');
  const [userId, setUserId] = useState(member?.userId ?? null);
  const [role, setRole] = useState<Role>(member?.role ?? 'APPROVER');
  const [isMissing, setMissing] = useState(false);
  const [isTooLow, setTooLow] = useState(false);
  const save = useCommand<Membership, { readonly warnings: readonly unknown[] }>({
    send: ({ userId, role }) =>
      answerOf(
        api.PUT('/v1/categories/{id}/state-members/{userId}', {
          params: { path: { id: categoryId, userId }, header: { 'If-Match': '*' } },
          body: { role },
        }),
      ),
    changes: [['categories']],
    onDone: ({ warnings }) => {
      say(t('members.saved'));
      if (warnings.length === 0) onClose();
      else setTooLow(true);
    },
  });
  return (
    <FormDialog
      title={member === null ? t('members.add') : t('members.changeTitle', { name: member.name })}
      action={t('save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        setMissing(userId === null);
        if (userId !== null) save.mutate({ userId, role });
      }}
      onClose={onClose}
    >
      {isTooLow && (
        <Alert type="warning" slim role="alert" className="notice">
          {t('members.tooLowState')}
        </Alert>
      )}
      {member === null && (
        <>
          {isMissing && <ErrorMessage id="person-missing">{t('members.choosePerson')}</ErrorMessage>}
          <PersonPicker side="STATE" chosen={userId} onChoose={({ id }) => setUserId(id)} />
        </>
      )}
      <RoleField
        legend={t('members.role')}
        roles={roles.map((value) => ({ value, label: t(`members.${value}`), hint: t(`members.${value}_HINT`) }))}
        value={role}
        onChange={setRole}
      />
    </FormDialog>
  );
};
