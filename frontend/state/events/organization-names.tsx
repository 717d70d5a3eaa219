import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Level, organizationsQuery } from './library.ts';

interface OrganizationNamesProps {
  readonly ids: readonly string[];
  readonly level: Level | null;
}

const namedAtMost = 12;

/** Districts or schools by name; of many the first ones, and how many more there are. */
export const OrganizationNames = ({ ids, level }: OrganizationNamesProps) => {
  const { t } = useTranslation('events');
  const { data: organizations = [] } = useQuery(organizationsQuery(level ?? 'DISTRICT'));
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const named = ids.slice(0, namedAtMost).map((id) => names.get(id) ?? id);
  const more = ids.length - named.length;
  return (
    <span className="name">
      {named.join(', ')}
      {more > 0 && ` ${t('words.more', { count: more })}`}
    </span>
  );
};
