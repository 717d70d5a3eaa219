import type { ReportFormat, StoredObject, ValidationRun } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ReportHeader, RowsFormat } from '../ports/engine.ts';
import type { Store } from '../ports/store.ts';

const dataNames: Readonly<Record<ValidationRun['lane'], string>> = {
  DISTRICT: 'District database',
  STATE: 'State database',
  SNAPSHOT: 'State data snapshot',
};

/** Named by run and moment: a second try after a lost worker writes objects of its own, and the record names one of them. */
export const findingsKey = (id: RunId, at: Instant): string =>
  `runs/${id}/${at.replaceAll(/[:.]/g, '')}/findings.parquet`;

/** Beside the findings it was made from. */
export const reportKey = (findings: StoredObject, format: ReportFormat): string =>
  findings.key.replace(/findings\.parquet$/, `report.${format}`);

/** Some rows of it, beside it, too. */
export const choiceKey = (findings: StoredObject, digest: string, format: RowsFormat): string =>
  findings.key.replace(/findings\.parquet$/, `rows-${digest}.${format}`);

/** What the report is about, in names. */
export const namesOf = async (
  store: Store,
  { districtId, organizationId }: Pick<ValidationRun, 'districtId' | 'organizationId'>,
): Promise<Pick<ReportHeader, 'districtName' | 'schoolName'>> => {
  const [district, organization] = await Promise.all([
    store.load('organization', districtId),
    store.load('organization', organizationId),
  ]);
  return {
    districtName: district?.state.name ?? districtId,
    schoolName: organizationId === districtId ? null : (organization?.state.name ?? organizationId),
  };
};

export const reportHeader = async (
  store: Store,
  run: ValidationRun,
  generatedAt: Instant,
  timeZone: string,
): Promise<ReportHeader> => ({
  title: run.title,
  ...(await namesOf(store, run)),
  dataName: dataNames[run.lane],
  generatedAt,
  timeZone,
});
