import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reportingYearLabel } from '../../../shared/kernel/reporting-year.ts';
import { useDateText, useNumberText, useTimeText } from '../../parts/time-text.tsx';
import { categoriesQuery, groupsQuery } from './library.ts';

const fields = [
  'name',
  'reportingYear',
  'startDate',
  'certificationOpensDate',
  'endDate',
  'active',
  'description',
  'categoryId',
  'dataLinks',
  'level',
  'participants',
  'snapshotMethod',
  'missingSnapshotAt',
  'fullSnapshotAt',
  'allowDistrictRetake',
  'requiredDatasets',
  'rules',
] as const;
type Field = (typeof fields)[number];

export const isDefinitionField = (name: string): name is Field => fields.some((field) => field === name);

const textIn = (value: unknown, name: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : undefined;
};

/** The value of a field of a definition in words, for comparing two versions of it. */
export const useDefinitionWords = () => {
  const { t } = useTranslation('events');
  const { data: categories = [] } = useQuery(categoriesQuery);
  const { data: groups = [] } = useQuery(groupsQuery);
  const date = useDateText();
  const time = useTimeText();
  const number = useNumberText();
  const nothing = t('words.nothing');
  const named = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    list.find((one) => one.id === id)?.name ?? id;
  const linkWords = (link: unknown): string => {
    const groupId = textIn(link, 'groupId');
    return groupId === undefined ? (textIn(link, 'label') ?? nothing) : named(groups, groupId);
  };
  const listWords = (field: Field, list: readonly unknown[]): string => {
    if (list.length === 0) return nothing;
    if (field === 'participants') return t('words.participants', { count: list.length, number: number(list.length) });
    if (field === 'rules') return t('words.rules', { count: list.length });
    return list.map((one) => (field === 'dataLinks' ? linkWords(one) : String(one))).join(', ');
  };
  const textWords = (field: Field, text: string): string => {
    if (field === 'startDate' || field === 'certificationOpensDate' || field === 'endDate') return date(text);
    if (field === 'missingSnapshotAt' || field === 'fullSnapshotAt') return time(text);
    if (field === 'categoryId') return named(categories, text);
    if (field === 'level' && (text === 'DISTRICT' || text === 'SCHOOL')) return t(`level.${text}`);
    if (field === 'snapshotMethod' && (text === 'NONE' || text === 'ON_CERT_START' || text === 'FULL'))
      return t(`method.${text}`);
    return text;
  };
  const valueWords = (field: Field, value: unknown): string => {
    if (value === null || value === undefined || value === '') return nothing;
    if (Array.isArray(value)) return listWords(field, value);
    if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no');
    if (typeof value === 'number') return field === 'reportingYear' ? reportingYearLabel(value) : number(value);
    return typeof value === 'string' ? textWords(field, value) : t('words.everybody');
  };
  return { label: (field: Field): string => t(`field.${field}`), valueWords };
};
