import { useTranslation } from 'react-i18next';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { useNumberText } from '../../../parts/time-text.tsx';
import { Alert } from '../../../parts/uswds.tsx';
import { isDefinitionField, useDefinitionWords } from '../definition-words.ts';
import { OrganizationNames, SomeNames } from '../organization-names.tsx';
import type { Preview } from './preview.ts';

interface ImpactProps {
  readonly event: CertificationEvent;
  readonly preview: Preview;
}

/** Whom publishing reaches, and what becomes different for them. */
export const Impact = ({ event, preview: { affected, changes, warnings } }: ImpactProps) => {
  const { t } = useTranslation('events');
  const number = useNumberText();
  const { label, valueWords } = useDefinitionWords();
  const level = (event.draft ?? event).level;
  const told = changes.flatMap(({ field, before, after }) =>
    isDefinitionField(field)
      ? [{ field: label(field), before: valueWords(field, before), after: valueWords(field, after) }]
      : [],
  );
  const counts = [
    ['participants', affected.participants],
    ['atWork', affected.atWork],
    ['certified', affected.certified],
  ] as const;
  return (
    <>
      <dl className="facts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`publish.${name}`)}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
        {event.status !== 'OPEN' && affected.added.length > 0 && (
          <div className="facts-wide">
            <dt>{t('publish.added')}</dt>
            <dd>
              <OrganizationNames ids={affected.added} level={level} />
            </dd>
          </div>
        )}
        {affected.removed.length > 0 && (
          <div className="facts-wide">
            <dt>{t('publish.removed')}</dt>
            <dd>
              <OrganizationNames ids={affected.removed} level={level} />
            </dd>
          </div>
        )}
      </dl>
      {told.length > 0 && (
        <table className="usa-table usa-table--stacked conflict">
          <caption>{t('publish.changes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('publish.field')}</th>
              <th scope="col">{t('publish.before')}</th>
              <th scope="col">{t('publish.after')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row" data-label={t('publish.field')}>
                  {field}
                </th>
                <td data-label={t('publish.before')}>{before}</td>
                <td data-label={t('publish.after')}>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {warnings.length > 0 && (
        <Alert type="warning" slim className="notice">
          <p className="usa-alert__text">
            {t('publish.noCertifier', { count: warnings.length })}{' '}
            <SomeNames names={warnings.map(({ name }) => name)} />
          </p>
        </Alert>
      )}
    </>
  );
};
