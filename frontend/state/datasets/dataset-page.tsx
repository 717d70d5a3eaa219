import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnDeclaration, datasetColumnSchema } from '../../../shared/engine/declaration.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Page } from '../../parts/page.tsx';
import { later } from '../../parts/later.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';
import { Loading } from '../../shell/outcomes.tsx';
import { BackLink } from '../administration/back-link.tsx';
import { DatasetDocuments } from './dataset-documents.tsx';
import { datasetQuery } from './dataset-query.ts';

const route = getRouteApi('/signed-in/datasets/$name');
const codesShown = 12;

const EditDataset = later(async () => (await import('./edit-dataset.tsx')).EditDataset, <Loading />);

const Codes = ({ codes }: { readonly codes: readonly string[] }) => {
  const { t } = useTranslation('administration');
  const more = codes.length - codesShown;
  return (
    <span className="row-note name">
      {codes.slice(0, codesShown).join(', ')}
      {more > 0 && ` ${t('datasets.moreCodes', { count: more })}`}
    </span>
  );
};

/** One dataset: its columns with what each may hold, and the documents that are made from it. */
export const DatasetPage = () => {
  const { t } = useTranslation('administration');
  const { name } = route.useParams();
  const isPermitted = usePermitted();
  const { data: answer } = useSuspenseQuery(datasetQuery(name));
  const dataset = answer.data;
  const [isEditing, setEditing] = useState(false);
  const columns: readonly Column<ColumnDeclaration>[] = [
    {
      id: 'name',
      header: t('datasets.column'),
      cell: (column) => (
        <>
          <span className="name field-name">{column.name}</span>
          {column.description !== undefined && <span className="row-note">{column.description}</span>}
        </>
      ),
    },
    {
      id: 'type',
      header: t('datasets.type'),
      cell: ({ type, codes }) => (
        <>
          {t(`datasets.types.${type}`)}
          {codes !== undefined && <Codes codes={codes} />}
        </>
      ),
    },
    { id: 'required', header: t('datasets.required'), cell: ({ required }) => (required ? t('yes') : t('no')) },
    {
      id: 'key',
      header: t('datasets.key'),
      cell: (column) => (dataset.key.includes(column.name) ? t('yes') : '–'),
    },
  ];
  const through = dataset.schoolThrough;
  return (
    <Page
      title={dataset.title}
      above={<BackLink to="/datasets">{t('datasets.title')}</BackLink>}
      actions={
        isPermitted('replaceDataset') &&
        !isEditing && (
          <Button type="button" outline onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      <dl className="facts">
        <div>
          <dt>{t('datasets.dataset')}</dt>
          <dd>{dataset.name}</dd>
        </div>
        <div>
          <dt>{t('datasets.version')}</dt>
          <dd>{dataset.version}</dd>
        </div>
        <div>
          <dt>{t('datasets.school')}</dt>
          <dd>{dataset.schoolColumn ?? (through === null ? '–' : `${through.dataset}.${through.column}`)}</dd>
        </div>
      </dl>
      {isEditing ? (
        <EditDataset answer={answer} onDone={() => setEditing(false)} />
      ) : (
        <>
          <DatasetDocuments name={name} />
          <DataTable
            caption={t('datasets.columns')}
            columns={columns}
            rows={dataset.columns.map((column) => datasetColumnSchema.parse(column))}
            idOf={(column) => column.name}
            summary={t('datasets.columnCount', { count: dataset.columns.length })}
          />
        </>
      )}
    </Page>
  );
};
