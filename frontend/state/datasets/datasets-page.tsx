import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Dataset } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { useNumberText } from '../../parts/time-text.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { usePermitted } from '../../parts/use-permitted.ts';
import { AdministrationLink } from '../directory/administration-link.tsx';

/** What districts deliver: each dataset with its columns and the key that makes a row unique. */
export const DatasetsPage = () => {
  const { t } = useTranslation('administration');
  const number = useNumberText();
  const isPermitted = usePermitted();
  const list = usePages({
    queryKey: ['datasets', 'list'],
    read: (cursor) => answerOf(api.GET('/v1/datasets', { params: { query: { cursor } } })),
  });
  const columns: readonly Column<Dataset>[] = [
    {
      id: 'name',
      header: t('datasets.dataset'),
      cell: ({ name, title }) => (
        <>
          <Link to="/datasets/$name" params={{ name }}>
            {title}
          </Link>
          <span className="row-note name">{name}</span>
        </>
      ),
    },
    { id: 'columns', header: t('datasets.columns'), numeric: true, cell: (dataset) => number(dataset.columns.length) },
    { id: 'key', header: t('datasets.key'), cell: ({ key }) => <span className="name">{key.join(', ')}</span> },
    { id: 'version', header: t('datasets.version'), numeric: true, cell: ({ version }) => number(version) },
    {
      id: 'status',
      header: t('status'),
      cell: ({ retired }) => (
        <Status tone={retired ? 'quiet' : 'done'} words={retired ? t('datasets.retired') : t('active')} />
      ),
    },
  ];
  return (
    <Page
      title={t('datasets.title')}
      lead={t('datasets.lead')}
      above={<AdministrationLink />}
      actions={
        isPermitted('createDataset') && (
          <Link to="/datasets/new" className="usa-button">
            {t('datasets.new')}
          </Link>
        )
      }
    >
      <Listing
        list={list}
        caption={t('datasets.title')}
        columns={columns}
        idOf={({ id }) => id}
        empty={t('datasets.empty')}
      />
    </Page>
  );
};
