import { useTranslation } from 'react-i18next';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Status } from '../../../parts/status.tsx';

type DataLink = CertificationEvent['dataLinks'][number];

/** Only what a browser may be sent to is a link; the API takes no other, and a page relies on nobody. */
const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

const Target = ({ link }: { readonly link: DataLink }) => {
  const { t } = useTranslation('events');
  if (link.type === 'VALIDATION_GROUP')
    return (
      <>
        {link.pinnedVersion !== undefined && t('links.version', { version: link.pinnedVersion })}{' '}
        {link.updateAvailable === true && <Status tone="waiting" words={t('links.update')} />}
      </>
    );
  if (!isWebAddress(link.url)) return <span className="name">{link.url}</span>;
  return (
    <a href={link.url} target="_blank" rel="noopener noreferrer" className="name">
      {link.url}
      <span className="usa-sr-only"> {t('links.newTab')}</span>
    </a>
  );
};

/** The groups of rules it validates with, in the versions that were published, and addresses elsewhere. */
export const DataLinkDetails = ({ event }: { readonly event: CertificationEvent }) => {
  const { t } = useTranslation('events');
  const columns: readonly Column<DataLink>[] = [
    {
      id: 'name',
      header: t('links.name'),
      cell: (link) => (
        <span className="name">{link.type === 'EXTERNAL_URL' ? link.label : (link.name ?? link.groupId)}</span>
      ),
    },
    { id: 'type', header: t('links.type'), cell: ({ type }) => t(`links.${type}`) },
    { id: 'target', header: t('links.target'), cell: (link) => <Target link={link} /> },
  ];
  return (
    <section className="section">
      <h2>{t('details.links')}</h2>
      {event.dataLinks.length === 0 ? (
        <EmptyState title={t('links.empty')} />
      ) : (
        <DataTable
          caption={t('details.links')}
          captionHidden
          columns={columns}
          rows={event.dataLinks}
          idOf={(link) => (link.type === 'EXTERNAL_URL' ? `${link.label} ${link.url}` : link.groupId)}
        />
      )}
    </section>
  );
};
