import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, doneBy } from '../../api/client.ts';
import type { Category, StateMember } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Status } from '../../parts/status.tsx';
import { say } from '../../parts/toasts.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';
import { StateMemberDialog } from './state-member-dialog.tsx';

const useRemoval = (categoryId: string, onDone: () => void) => {
  const { t } = useTranslation('administration');
  return useCommand<StateMember, undefined>({
    send: async ({ userId }) => {
      const params = { path: { id: categoryId, userId }, header: { 'If-Match': '*' } };
      await doneBy(api.DELETE('/v1/categories/{id}/state-members/{userId}', { params }));
      return undefined;
    },
    changes: [['categories']],
    onDone: (_nothing, { name }) => {
      say(t('members.removed', { name }));
      onDone();
    },
  });
};

/** Approvers and reviewers of the state. */
export const StateMembers = ({ category }: { readonly category: Category }) => {
  const { t } = useTranslation('administration');
  const isPermitted = usePermitted();
  const [editing, setEditing] = useState<StateMember | 'new' | null>(null);
  const [leaving, setLeaving] = useState<StateMember | null>(null);
  const removal = useRemoval(category.id, () => setLeaving(null));
  const actions: Column<StateMember> = {
    id: 'actions',
    header: t('actions'),
    cell: (member) => (
      <span className="row-buttons">
        {isPermitted('setStateMember') && (
          <Button type="button" unstyled onClick={() => setEditing(member)}>
            {t('members.changeOne')}
            <span className="usa-sr-only">{`: ${member.name}`}</span>
          </Button>
        )}
        {isPermitted('removeStateMember') && (
          <Button type="button" unstyled onClick={() => setLeaving(member)}>
            {t('members.removeOne')}
            <span className="usa-sr-only">{`: ${member.name}`}</span>
          </Button>
        )}
      </span>
    ),
  };
  const columns: readonly Column<StateMember>[] = [
    { id: 'name', header: t('name'), cell: ({ name }) => name },
    { id: 'role', header: t('members.role'), cell: ({ role }) => t(`members.${role}`) },
    { id: 'staff', header: t('people.staffStateId'), cell: ({ staffStateId }) => staffStateId ?? '–' },
    {
      id: 'active',
      header: t('status'),
      cell: ({ active }) => <Status tone={active ? 'done' : 'quiet'} words={active ? t('active') : t('inactive')} />,
    },
    ...(isPermitted('setStateMember') || isPermitted('removeStateMember') ? [actions] : []),
  ];
  return (
    <section aria-labelledby="state-members" className="section">
      <div className="step-head">
        <h2 id="state-members">{t('categories.stateMembers')}</h2>
        {isPermitted('setStateMember') && (
          <Button type="button" outline onClick={() => setEditing('new')}>
            {t('members.add')}
          </Button>
        )}
      </div>
      {category.stateMembers.length === 0 ? (
        <EmptyState title={t('categories.noStateMembers')}>{t('categories.noStateMembersText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('categories.stateMembers')}
          captionHidden
          columns={columns}
          rows={category.stateMembers}
          idOf={({ userId }) => userId}
        />
      )}
      {editing !== null && (
        <StateMemberDialog
          categoryId={category.id}
          member={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {leaving !== null && (
        <ConfirmDialog
          title={t('members.removeTitle', { name: leaving.name })}
          action={t('members.removeOne')}
          dangerous
          busy={removal.isPending}
          error={removal.error}
          onConfirm={() => removal.mutate(leaving)}
          onClose={() => setLeaving(null)}
        >
          <p>{t('members.removeText')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
};
