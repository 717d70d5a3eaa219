import { useTranslation } from 'react-i18next';
import { api, doneBy } from '../../api/client.ts';
import type { LocalMember } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { say } from '../../parts/toasts.tsx';

interface RemoveMemberProps {
  readonly member: LocalMember;
  readonly onClose: () => void;
}

/** Takes somebody off the district's list, once more asked. */
export const RemoveMember = ({ member, onClose }: RemoveMemberProps) => {
  const { t } = useTranslation('district');
  const { categoryId, districtId, userId, name } = member;
  const removal = useCommand<undefined, undefined>({
    send: async () => {
      const params = { path: { id: categoryId, districtId, userId }, header: { 'If-Match': '*' } };
      await doneBy(api.DELETE('/v1/categories/{id}/local-members/{districtId}/{userId}', { params }));
      return undefined;
    },
    changes: [['members', categoryId]],
    onDone: () => {
      say(t('members.removed', { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('members.removeTitle', { name })}
      action={t('members.remove')}
      dangerous
      busy={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate(undefined)}
      onClose={onClose}
    >
      <p>{t('members.removeText')}</p>
    </ConfirmDialog>
  );
};
