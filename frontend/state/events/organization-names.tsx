import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Level, organizationsQuery } from './library.ts';

interface OrganizationNamesProps {
  readonly ids: readonly string[];
  readonly level: Level | null;
}

const namedAtMost = 12;

/** Of many names the first ones, and how many more there are. */
export const SomeNames = ({ names }: { readonly names: readonly string[] }) => {
  const { t } = useTranslation('events');
  const more = names.length - namedAtMost;
  return (
    <span className="name">
      {names.slice(0, namedAtMost).join(', ')}
      {more > 0 && ` ${t('words.more', { count: more })}`}
    </span>
  );
};

/** Districts or schools by name, where only their ids are known. */
export const OrganizationNames = ({ ids, level }: OrganizationNamesProps) => {
  const { data: organizations = [] } = useQuery(organizationsQuery(level ?? 'DISTRICT'));
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  return <SomeNames names={ids.map((id) => names.get(id) ?? id)} />;
};
