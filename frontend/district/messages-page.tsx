import { getRouteApi } from '@tanstack/react-router';
import { Button } from '../parts/uswds.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, doneBy } from '../api/client.ts';
import type { Alert } from '../api/shapes.ts';
import { useCommand } from '../api/use-command.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { ShowMore } from '../parts/show-more.tsx';
import { say } from '../parts/toasts.tsx';
import { usePages } from '../parts/use-pages.ts';
import { Loading } from '../shell/outcomes.tsx';
import { MessageTable } from './message-table.tsx';

const route = getRouteApi('/signed-in/messages');
const changes = [['alerts'], ['me']] as const;
const processes = ['Data Certification', 'Batch Report Complete'] as const;

/** What the system and the state have told this person. */
export const MessagesPage = () => {
  const { t } = useTranslation(['district', 'alerts']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = usePages({
    queryKey: ['alerts', search],
    read: (cursor) => answerOf(api.GET('/v1/alerts', { params: { query: { ...search, cursor } } })),
  });
  const read = useCommand<Alert, unknown>({
    send: ({ id }, header) => doneBy(api.POST('/v1/alerts/{id}/read', { params: { path: { id }, header } })),
    changes,
  });
  const dismiss = useCommand<string[], unknown>({
    send: (ids, header) => doneBy(api.POST('/v1/alerts/dismiss', { params: { header }, body: { ids } })),
    changes,
    onDone: (_nothing, ids) => {
      setChosen(new Set());
      say(t('messages.dismissed', { count: ids.length }));
    },
  });
  return (
    <Page title={t('messages.title')} lead={t('messages.lead')}>
      <FilterBar
        filters={[
          { kind: 'text', name: 'name', label: t('messages.name') },
          {
            kind: 'one',
            name: 'process',
            label: t('messages.process'),
            choices: processes.map((process) => ({ value: process, label: t(`alerts:process.${process}`) })),
          },
          { kind: 'date', name: 'postedAfter', label: t('messages.after') },
          { kind: 'date', name: 'postedBefore', label: t('messages.before') },
        ]}
        values={search}
        onApply={(values) => void navigate({ search: { ...search, ...values } })}
      />
      <ProblemAlert error={dismiss.error ?? read.error} />
      {list.items === undefined && <Loading />}
      {list.items?.length === 0 && <EmptyState title={t('messages.empty')} />}
      {list.items !== undefined && list.items.length > 0 && (
        <>
          <p>
            <Button
              type="button"
              outline
              disabled={chosen.size === 0 || dismiss.isPending}
              onClick={() => dismiss.mutate([...chosen])}
            >
              {t('messages.dismiss', { count: chosen.size })}
            </Button>
          </p>
          <MessageTable
            alerts={list.items}
            chosen={chosen}
            onChoose={(id, isChosen) => {
              const next = new Set(chosen);
              if (isChosen) next.add(id);
              else next.delete(id);
              setChosen(next);
            }}
            onOpen={(alert) => {
              if (alert.readAt === null) read.mutate(alert);
            }}
          />
        </>
      )}
      <ShowMore {...list} />
    </Page>
  );
};
