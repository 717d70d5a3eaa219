import { useMutation } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/openapi.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Status } from '../../parts/status.tsx';
import { useNumberText } from '../../parts/time-text.tsx';
import { Alert, Button } from '../../parts/uswds.tsx';
import { DifferingSchools } from './differing-schools.tsx';

type Compared = components['schemas']['Reconciliation']['datasets'][number];
type Keys = Compared['keys']['different'];

const keysShown = 20;

const keyText = (key: Keys[number]): string =>
  Object.entries(key)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** The first rows of one kind, by their keys. */
const KeyList = ({ title, keys }: { readonly title: string; readonly keys: Keys }) =>
  keys.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul className="keys">
        {keys.slice(0, keysShown).map((key) => (
          <li key={keyText(key)}>{keyText(key)}</li>
        ))}
      </ul>
    </>
  );

interface FileLinkProps {
  readonly file: components['schemas']['Reconciliation']['file'];
  readonly name: string;
  readonly words: string;
}

const FileLink = ({ file, name, words }: FileLinkProps) =>
  file === null ? null : (
    <p>
      <a href={file.url} download={name}>
        {words}
      </a>
    </p>
  );

/** Compares the district's own copy with the state's, row by row: how many differ, of which schools, and which. */
export const Reconciliation = ({ organizationId }: { readonly organizationId: string }) => {
  const { t } = useTranslation('district');
  const number = useNumberText();
  const compare = useMutation({
    mutationFn: () =>
      answerOf(api.GET('/v1/organizations/{orgId}/reconciliation', { params: { path: { orgId: organizationId } } })),
  });
  const columns: readonly Column<Compared>[] = [
    { id: 'dataset', header: t('run.dataset'), cell: ({ dataset }) => <span className="name">{dataset}</span> },
    {
      id: 'inSync',
      header: t('data.sync'),
      cell: ({ inSync }) => (
        <Status tone={inSync ? 'done' : 'waiting'} words={inSync ? t('compare.same') : t('compare.differs')} />
      ),
    },
    {
      id: 'here',
      header: t('compare.onlyHere'),
      numeric: true,
      cell: ({ onlyInDistrict }) => number(onlyInDistrict),
    },
    { id: 'there', header: t('compare.onlyThere'), numeric: true, cell: ({ onlyInState }) => number(onlyInState) },
    { id: 'different', header: t('compare.different'), numeric: true, cell: ({ different }) => number(different) },
  ];
  const differing = compare.data?.datasets.filter(({ inSync }) => !inSync) ?? [];
  return (
    <section aria-labelledby="reconciliation" className="section">
      <div className="step-head">
        <h2 id="reconciliation">{t('compare.title')}</h2>
        <Button type="button" outline disabled={compare.isPending} onClick={() => compare.mutate()}>
          {compare.isPending ? t('compare.running') : t('compare.run')}
        </Button>
      </div>
      <p>{t('compare.text')}</p>
      <ProblemAlert error={compare.error} />
      {compare.data !== undefined && (
        <div role="status">
          {compare.data.inSync && (
            <Alert type="success" slim className="notice">
              {t('compare.inSync')}
            </Alert>
          )}
          <DataTable
            caption={t('compare.title')}
            captionHidden
            columns={columns}
            rows={compare.data.datasets}
            idOf={({ dataset }) => dataset}
          />
          <FileLink
            file={compare.data.countsFile}
            name="reconciliation-counts.csv"
            words={t('compare.downloadCounts')}
          />
          <FileLink file={compare.data.file} name="reconciliation.csv" words={t('compare.download')} />
          {!compare.data.complete && <p>{t('compare.incomplete')}</p>}
          {differing.map((compared) => (
            <Fragment key={compared.dataset}>
              {compared.schools.length > 0 && <DifferingSchools districtId={organizationId} compared={compared} />}
              <details className="counts">
                <summary>{t('compare.keysOf', { dataset: compared.dataset })}</summary>
                <KeyList title={t('compare.onlyHere')} keys={compared.keys.onlyInDistrict} />
                <KeyList title={t('compare.onlyThere')} keys={compared.keys.onlyInState} />
                <KeyList title={t('compare.different')} keys={compared.keys.different} />
              </details>
            </Fragment>
          ))}
        </div>
      )}
    </section>
  );
};
