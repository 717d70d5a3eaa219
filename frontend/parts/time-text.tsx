import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../api/queries.ts';
import { localeOf } from '../language/language.ts';

/** An instant as the agency's clock shows it, with the name of its zone. */
export const useTimeText = (): ((instant: string) => string) => {
  const { i18n } = useTranslation();
  const { data: agency } = useQuery(agencyQuery);
  const format = new Intl.DateTimeFormat(localeOf(i18n.language), {
    dateStyle: undefined,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: agency?.timeZone ?? 'UTC',
    timeZoneName: 'short',
  });
  return (instant) => format.format(new Date(instant));
};

/** A calendar date: a day of the agency's calendar, in no zone. */
export const useDateText = (): ((date: string) => string) => {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium', timeZone: 'UTC' });
  return (date) => format.format(new Date(`${date}T00:00:00Z`));
};

export const useNumberText = (): ((value: number) => string) => {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(localeOf(i18n.language));
  return (value) => format.format(value);
};

export const TimeText = ({ at }: { readonly at: string }) => {
  const text = useTimeText();
  return <time dateTime={at}>{text(at)}</time>;
};

export const DateText = ({ date }: { readonly date: string }) => {
  const text = useDateText();
  return <time dateTime={date}>{text(date)}</time>;
};
