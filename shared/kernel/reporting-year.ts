/** The end year of a school year: 2025 stands for 24-25. */
export type ReportingYear = number;

export const reportingYearLabel = (year: ReportingYear): string => {
  const twoDigits = (value: number): string => String(value % 100).padStart(2, '0');
  return `${twoDigits(year - 1)}-${twoDigits(year)}`;
};
