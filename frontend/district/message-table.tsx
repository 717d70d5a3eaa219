import { useNavigate } from '@tanstack/react-router';
import { Checkbox } from '../parts/uswds.tsx';
import { useTranslation } from 'react-i18next';
import { isAlertKind } from '../../shared/domain/messaging/alert.ts';
import type { Alert } from '../api/shapes.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Status } from '../parts/status.tsx';
import { DateText, TimeText } from '../parts/time-text.tsx';
import { useAlertWords } from './use-alert-words.ts';

interface MessageTableProps {
  readonly alerts: readonly Alert[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly onOpen: (alert: Alert) => void;
}

/** Messages with what they ask for; opening one leads to its thing and marks it as read. */
export const MessageTable = ({ alerts, chosen, onChoose, onOpen }: MessageTableProps) => {
  const { t } = useTranslation(['district', 'alerts']);
  const words = useAlertWords();
  const navigate = useNavigate();
  const typeWords = (type: string): string => (isAlertKind(type) ? t(`alerts:type.${type}`) : type);
  const columns: readonly Column<Alert>[] = [
    {
      id: 'name',
      header: t('messages.name'),
      cell: (alert) => {
        const { name, text } = words(alert);
        return (
          <>
            <a
              href={alert.link}
              className={alert.readAt === null ? 'message message--unread' : 'message'}
              onClick={(click) => {
                // Another tab or window stays the browser's own business.
                if (click.metaKey || click.ctrlKey || click.shiftKey) return;
                click.preventDefault();
                onOpen(alert);
                void navigate({ href: alert.link });
              }}
            >
              {alert.readAt === null && <span className="usa-sr-only">{t('messages.unread')} </span>}
              {name}
            </a>
            {text !== null && <span className="row-note message-text">{text}</span>}
          </>
        );
      },
    },
    {
      id: 'required',
      header: t('messages.required'),
      cell: ({ required }) => required && <Status tone="waiting" words={t('messages.required')} />,
    },
    { id: 'type', header: t('messages.type'), cell: ({ type }) => typeWords(type) },
    { id: 'process', header: t('messages.process'), cell: (alert) => words(alert).process },
    { id: 'postedAt', header: t('messages.posted'), cell: ({ postedAt }) => <TimeText at={postedAt} /> },
    {
      id: 'dueDate',
      header: t('worklist.dueDate'),
      cell: ({ dueDate }) => (dueDate === null ? '–' : <DateText date={dueDate} />),
    },
    {
      id: 'choose',
      header: t('messages.choose'),
      cell: (alert) => (
        <Checkbox
          id={`choose-${alert.id}`}
          name="choose"
          label={<span className="usa-sr-only">{t('messages.chooseOne', words(alert))}</span>}
          checked={chosen.has(alert.id)}
          onChange={({ currentTarget }) => onChoose(alert.id, currentTarget.checked)}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t('messages.title')}
      captionHidden
      columns={columns}
      rows={alerts}
      idOf={({ id }) => id}
      summary={t('messages.summary', { count: alerts.length })}
    />
  );
};
