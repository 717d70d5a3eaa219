import { useSuspenseQuery } from '@tanstack/react-query';
import { agencyQuery } from '../api/queries.ts';
import { reportingYearLabel } from '../../shared/kernel/reporting-year.ts';

const yearsShown = 8;

/** The reporting years one may choose from, the newest first, by the agency's clock. */
export const useYearChoices = (): readonly { readonly value: string; readonly label: string }[] => {
  const { data: agency } = useSuspenseQuery(agencyQuery);
  const newest = new Date(agency.now).getUTCFullYear() + 1;
  const years = Array.from({ length: yearsShown }, (_, index) => newest - index);
  return years.map((year) => ({ value: String(year), label: reportingYearLabel(year) }));
};
