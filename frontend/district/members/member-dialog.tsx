import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Category, LocalMember } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { RoleField } from '../../parts/role-field.tsx';
import { type Schools, SchoolsField } from '../../parts/schools-field.tsx';
import { say } from '../../parts/toasts.tsx';
import { Alert, ErrorMessage } from '../../parts/uswds.tsx';

const roles = ['CERTIFIER', 'REVIEWER'] as const;

interface Membership {
  readonly userId: string;
  readonly role: LocalMember['role'];
  readonly schools: Schools;
}

interface MemberDialogProps {
  readonly category: Category;
  readonly districtId: string;
  /** Null: somebody new, who is found first. */
  readonly member: LocalMember | null;
  readonly onClose: () => void;
}

/** Makes somebody of the district certifier or reviewer; where schools certify, for all of them or for some. */
export const MemberDialog = ({ category, districtId, member, onClose }: MemberDialogProps) => {
  const { t } = useTranslation(['district', 'shell']);
  const [userId, setUserId] = useState(member?.userId ?? null);
  const [role, setRole] = useState<LocalMember['role']>(member?.role ?? 'CERTIFIER');
  // A district certifies as a whole: there is no part of it to be named for.
  const isBySchool = category.level === 'SCHOOL';
  const [schools, setSchools] = useState<Schools>(isBySchool ? (member?.schools ?? 'ALL') : 'ALL');
  const [missing, setMissing] = useState<'choosePerson' | 'chooseSchool' | null>(null);
  const [isTooLow, setTooLow] = useState(false);
  const save = useCommand<Membership, { readonly warnings: readonly unknown[] }>({
    send: ({ userId, role, schools }) =>
      answerOf(
        api.PUT('/v1/categories/{id}/local-members/{districtId}/{userId}', {
          params: { path: { id: category.id, districtId, userId }, header: { 'If-Match': '*' } },
          body: { role, schools: schools === 'ALL' ? schools : [...schools] },
        }),
      ),
    changes: [['members', category.id]],
    onDone: ({ warnings }) => {
      say(t('district:members.saved'));
      if (warnings.length === 0) onClose();
      else setTooLow(true);
    },
  });
  const send = (): void => {
    if (userId === null) return setMissing('choosePerson');
    if (schools !== 'ALL' && schools.length === 0) return setMissing('chooseSchool');
    setMissing(null);
    save.mutate({ userId, role, schools });
  };
  return (
    <FormDialog
      title={member === null ? t('district:members.add') : t('district:members.changeTitle', { name: member.name })}
      action={t('district:members.save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        send();
      }}
      onClose={onClose}
    >
      {isTooLow && (
        <Alert type="warning" slim role="alert" className="notice">
          {t('district:members.tooLow')}
        </Alert>
      )}
      {missing !== null && <ErrorMessage id="member-missing">{t(`district:members.${missing}`)}</ErrorMessage>}
      {member === null && (
        <PersonPicker side="LOCAL" organizationId={districtId} chosen={userId} onChoose={({ id }) => setUserId(id)} />
      )}
      <RoleField
        legend={t('shell:member.role')}
        roles={roles.map((value) => ({
          value,
          label: t(`shell:member.${value}`),
          hint: t(`district:members.${value}_HINT`),
        }))}
        value={role}
        onChange={setRole}
      />
      {isBySchool && <SchoolsField districtId={districtId} value={schools} onChange={setSchools} />}
    </FormDialog>
  );
};
