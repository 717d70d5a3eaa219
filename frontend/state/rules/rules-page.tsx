import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { Rule } from '../../api/shapes.ts';
import type { Column } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { Severity } from '../../parts/severity.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { usePermitted } from '../../parts/use-permitted.ts';
import { BackLink } from '../administration/back-link.tsx';
import { RuleStatus } from './rule-status.tsx';
import { severities } from './rule-words.ts';

const route = getRouteApi('/signed-in/rules');

/** The rule library: each a query that finds what is wrong, or lists what is to be looked at. */
export const RulesPage = () => {
  const { t } = useTranslation(['rules', 'statuses', 'administration']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isPermitted = usePermitted();
  const list = usePages({
    queryKey: ['rules', 'list', search],
    read: (cursor) => answerOf(api.GET('/v1/rules', { params: { query: { ...search, cursor } } })),
  });
  const columns: readonly Column<Rule>[] = [
    {
      id: 'name',
      header: t('rules:name'),
      cell: ({ id, code, name, datasets }) => (
        <>
          <Link to="/rules/$id" params={{ id }}>{`${code} ${name}`}</Link>
          <span className="row-note name">{datasets.join(', ')}</span>
        </>
      ),
    },
    { id: 'severity', header: t('rules:severity'), cell: ({ severity }) => <Severity severity={severity} /> },
    { id: 'kind', header: t('rules:kind'), cell: ({ kind }) => t(`rules:kinds.${kind}`) },
    { id: 'level', header: t('administration:level.title'), cell: ({ level }) => t(`administration:level.${level}`) },
    { id: 'status', header: t('administration:status'), cell: ({ status }) => <RuleStatus status={status} /> },
    { id: 'version', header: t('rules:version'), numeric: true, cell: ({ version }) => version },
  ];
  return (
    <Page
      title={t('rules:title')}
      lead={t('rules:lead')}
      above={<BackLink to="/administration">{t('administration:title')}</BackLink>}
      actions={
        isPermitted('createRule') && (
          <Link to="/rules/new" className="usa-button">
            {t('rules:new')}
          </Link>
        )
      }
    >
      <FilterBar
        filters={[
          { kind: 'text', name: 'name', label: t('rules:find') },
          {
            kind: 'one',
            name: 'severity',
            label: t('rules:severity'),
            choices: severities.map((value) => ({ value, label: t(`statuses:severity.${value}`) })),
          },
        ]}
        values={search}
        onApply={(values) => void navigate({ search: { ...search, ...values } })}
      />
      <Listing
        list={list}
        caption={t('rules:title')}
        columns={columns}
        idOf={({ id }) => id}
        empty={t('rules:empty')}
        emptyText={t('administration:emptyText')}
      />
    </Page>
  );
};
