import { useTranslation } from 'react-i18next';
import type { Certification } from '../../api/shapes.ts';

/** What the report is about: the linked validation groups, and data that lie elsewhere. */
export const DataLinks = ({ links }: { readonly links: Certification['dataLinks'] }) => {
  const { t } = useTranslation('district');
  return (
    <>
      <h3>{t('wizard.groups')}</h3>
      <ul className="usa-list">
        {links.map(({ groupId, name, label, url }) => (
          <li key={groupId ?? url}>
            {url === undefined ? (
              name
            ) : (
              <a href={url} target="_blank" rel="noopener noreferrer" className="usa-link usa-link--external">
                {label}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
