import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allPages, mostAPage } from '../../api/all-pages.ts';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/openapi.ts';
import type { Column } from '../../parts/data-table.tsx';
import { Listing } from '../../parts/listing.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { saveAs } from '../../parts/save-as.ts';
import { TimeText, useNumberText } from '../../parts/time-text.tsx';
import { say } from '../../parts/toasts.tsx';
import { Button } from '../../parts/uswds.tsx';
import { usePages } from '../../parts/use-pages.ts';

type AuditSeal = components['schemas']['AuditSeal'];

const sealsOf = (id: string, limit: string, cursor: string | undefined) =>
  answerOf(
    api.GET('/v1/certification-events/{id}/audit/seals', { params: { path: { id }, query: { cursor, limit } } }),
  );

/** A hash whole, to be compared with the one that was kept elsewhere. */
const Hash = ({ hash }: { readonly hash: string }) => {
  const { t } = useTranslation('administration');
  const copy = useMutation({
    mutationFn: () => navigator.clipboard.writeText(hash),
    onSuccess: () => say(t('seals.copied')),
  });
  return (
    <>
      <span className="hash">{hash}</span>{' '}
      <Button
        type="button"
        unstyled
        aria-label={t('seals.copyOf', { hash: hash.slice(0, 8) })}
        onClick={() => copy.mutate()}
      >
        {t('seals.copy')}
      </Button>
    </>
  );
};

/** The seals over the trail of a certification event: what was kept of them elsewhere shows whether a chain was written anew. */
export const Seals = ({ eventId }: { readonly eventId: string }) => {
  const { t } = useTranslation('administration');
  const number = useNumberText();
  const list = usePages({
    queryKey: ['audit', eventId, 'seals'],
    read: (cursor) => sealsOf(eventId, '50', cursor),
  });
  const download = useMutation({
    mutationFn: () => allPages((cursor) => sealsOf(eventId, mostAPage, cursor)),
    onSuccess: (seals) => {
      const content = new Blob([JSON.stringify(seals, null, 2)], { type: 'application/json' });
      saveAs(content, `audit-seals-${eventId}.json`);
    },
  });
  const columns: readonly Column<AuditSeal>[] = [
    { id: 'at', header: t('seals.at'), cell: ({ at }) => <TimeText at={at} /> },
    { id: 'sequence', header: t('seals.number'), numeric: true, cell: ({ sequence }) => number(sequence) },
    { id: 'reason', header: t('seals.reason'), cell: ({ reason }) => t(`seals.${reason}`) },
    { id: 'chains', header: t('seals.chains'), numeric: true, cell: ({ chains }) => number(chains) },
    { id: 'entries', header: t('seals.entries'), numeric: true, cell: ({ entries }) => number(entries) },
    { id: 'hash', header: t('seals.hash'), cell: ({ hash }) => <Hash hash={hash} /> },
  ];
  return (
    <>
      <p>{t('seals.text')}</p>
      {list.items !== undefined && list.items.length > 0 && (
        <div className="buttons">
          <Button type="button" outline disabled={download.isPending} onClick={() => download.mutate()}>
            {t('seals.download')}
          </Button>
        </div>
      )}
      <ProblemAlert error={download.error} />
      <Listing
        list={list}
        caption={t('seals.title')}
        columns={columns}
        idOf={({ id }) => id}
        empty={t('seals.empty')}
        emptyText={t('seals.emptyText')}
      />
    </>
  );
};
