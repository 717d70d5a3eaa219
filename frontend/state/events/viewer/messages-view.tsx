import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ShowMore } from '../../../parts/show-more.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { usePages } from '../../../parts/use-pages.ts';
import { Button } from '../../../parts/uswds.tsx';
import { Loading } from '../../../shell/outcomes.tsx';
import { MessageDialog } from '../dialogs.ts';

/** What the state has written to the people of this certification event, the newest first. */
export const MessagesView = ({ event: { id, admins, permittedCommands } }: { readonly event: CertificationEvent }) => {
  const { t } = useTranslation('participation');
  const [isWriting, setWriting] = useState(false);
  const list = usePages({
    queryKey: ['event-messages', id],
    read: (cursor) =>
      answerOf(api.GET('/v1/certification-events/{id}/messages', { params: { path: { id }, query: { cursor } } })),
  });
  return (
    <>
      {permittedCommands.includes('messageCertifiers') && (
        <p>
          <Button type="button" onClick={() => setWriting(true)}>
            {t('message.action')}
          </Button>
        </p>
      )}
      {list.items === undefined && <Loading />}
      {list.items?.length === 0 && <EmptyState title={t('message.empty')} />}
      <ol className="timeline">
        {list.items?.map(({ id: messageId, subject, body, sentAt, sentBy, recipients }) => (
          <li key={messageId}>
            <strong className="name">{subject}</strong>
            <span className="row-note">
              {t('message.sent', {
                name: admins.find(({ userId }) => userId === sentBy)?.name ?? sentBy,
                count: recipients.length,
              })}{' '}
              <TimeText at={sentAt} />
            </span>
            <blockquote className="quote">{body}</blockquote>
          </li>
        ))}
      </ol>
      <ShowMore {...list} />
      {isWriting && <MessageDialog eventId={id} to={null} onClose={() => setWriting(false)} />}
    </>
  );
};
