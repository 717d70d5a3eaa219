import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificationEvent, Participant } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { DateText, TimeText } from '../../../parts/time-text.tsx';
import { UserStatus } from '../../../parts/user-status.tsx';
import { Button } from '../../../parts/uswds.tsx';
import { DueDateDialog, MessageDialog } from '../dialogs.ts';
import type { OneParticipant } from '../participant-query.ts';
import { RemoveOverride } from './remove-override.tsx';

interface PeopleProps {
  readonly event: CertificationEvent;
  readonly participant: Participant;
  readonly one: OneParticipant;
}

type Person = Participant['certifiers'][number];

/** Its certifiers and reviewers with how far each is, and until when. */
export const People = ({ event, participant, one }: PeopleProps) => {
  const { t } = useTranslation(['events', 'participation']);
  const [moving, setMoving] = useState<{ readonly userId: string; readonly name: string } | null>(null);
  const [writingTo, setWritingTo] = useState<Person | null>(null);
  const moves = participant.permittedCommands.includes('overrideDueDate');
  const takesBack = participant.permittedCommands.includes('removeOverride');
  const writes = event.permittedCommands.includes('messageCertifiers');
  const columns: readonly Column<Person>[] = [
    {
      id: 'name',
      header: t('participation:people.name'),
      cell: ({ name, flags = [] }) => (
        <>
          <span className="name">{name}</span>
          {flags.map((flag) => (
            <span key={flag} className="row-note">
              {t(`participation:flag.${flag}`)}
            </span>
          ))}
        </>
      ),
    },
    { id: 'role', header: t('participation:people.role'), cell: ({ role }) => t(`participation:people.${role}`) },
    {
      id: 'status',
      header: t('participation:people.status'),
      cell: ({ userStatus, submittedAt }) => (
        <>
          <UserStatus status={userStatus} />
          {submittedAt !== null && (
            <span className="row-note">
              <TimeText at={submittedAt} />
            </span>
          )}
        </>
      ),
    },
    {
      id: 'dueDate',
      header: t('participation:people.dueDate'),
      cell: ({ dueDate, dueDateOverride }) => (
        <>
          {dueDate === null ? '–' : <DateText date={dueDate} />}
          {dueDateOverride !== null && <span className="row-note">{t('participation:people.moved')}</span>}
        </>
      ),
    },
    {
      id: 'actions',
      header: t('events:list.actions'),
      cell: (person) => (
        <span className="row-actions">
          {moves && person.role === 'CERTIFIER' && (
            <Button
              type="button"
              unstyled
              aria-label={t('participation:people.moveOf', { name: person.name })}
              onClick={() => setMoving(person)}
            >
              {t('participation:people.move')}
            </Button>
          )}
          {takesBack && person.dueDateOverride !== null && (
            <RemoveOverride
              one={one}
              userId={person.userId}
              label={t('participation:people.takeBackOf', { name: person.name })}
            />
          )}
          {writes && (
            <Button
              type="button"
              unstyled
              aria-label={t('participation:people.writeTo', { name: person.name })}
              onClick={() => setWritingTo(person)}
            >
              {t('participation:people.write')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  if (participant.certifiers.length === 0)
    return <EmptyState title={t('participation:people.none')}>{t('participation:people.noneText')}</EmptyState>;
  return (
    <>
      <DataTable
        caption={t('participation:people.title')}
        captionHidden
        columns={columns}
        rows={participant.certifiers}
        idOf={({ userId }) => userId}
      />
      <div className="buttons">
        {moves && (
          <Button type="button" outline onClick={() => setMoving({ userId: 'ALL', name: participant.name })}>
            {t('participation:people.moveAll')}
          </Button>
        )}
        {takesBack && participant.deadlineOverride !== null && (
          <RemoveOverride one={one} userId="ALL" label={t('participation:people.takeBackAll')} />
        )}
      </div>
      {moving !== null && (
        <DueDateDialog
          one={one}
          event={event}
          userId={moving.userId}
          name={moving.name}
          onClose={() => setMoving(null)}
        />
      )}
      {writingTo !== null && (
        <MessageDialog
          eventId={one.eventId}
          to={{ recipients: [{ organizationId: one.orgId, userId: writingTo.userId }] }}
          onClose={() => setWritingTo(null)}
        />
      )}
    </>
  );
};
