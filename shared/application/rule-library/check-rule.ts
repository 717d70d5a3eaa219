import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { personOf } from '../../domain/actor.ts';
import type { Lane } from '../../domain/validation-run/state.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { RuleParameter } from '../../domain/rule-library/state.ts';
import { dateIn } from '../../kernel/calendar-date.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { LocalDataset } from '../ports/engine.ts';
import type { JudgedRule, TrialOutcome } from '../ports/rule-engine.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import type { ObjectStore } from '../ports/world.ts';
import { denied } from '../queries/denied.ts';
import { withSchoolLinks } from '../runs/school-links.ts';
import { judgedRule, type RulePorts, ruleRefused } from './judged.ts';

export interface CheckPorts extends RulePorts {
  readonly objects: ObjectStore;
  readonly folders: WorkFolders;
}

export interface RuleCheck {
  readonly sql: string;
  readonly organizationId: OrganizationId;
  readonly lane: Exclude<Lane, 'SNAPSHOT'>;
  readonly reportingYear?: number | undefined;
  readonly kind: 'FINDINGS' | 'LISTING';
  readonly parameters: readonly RuleParameter[];
}

interface Place {
  readonly districtId: OrganizationId;
  readonly schoolId: OrganizationId | null;
}

/** Whose rows: a district, or one school of it. Anything else has no rows, and what a person cannot see is not there. */
const placeOf = async ({ store }: CheckPorts, caller: Caller, id: OrganizationId): Promise<Result<Place, Refusal>> => {
  const organization = (await store.load('organization', id))?.state;
  const school = organization?.type === 'SCHOOL' ? organization : undefined;
  const districtId = school?.parentOrganizationId ?? id;
  const refused = denied(caller, 'checkRule', { kind: 'DISTRICT_DATA', districtId });
  if (refused !== null) return refuse(refused);
  const hasRows = organization?.type === 'DISTRICT' || school !== undefined;
  return hasRows ? ok({ districtId, schoolId: school?.id ?? null }) : refuse(refusal('NOT_FOUND'));
};

/** The school year that the day of the check lies in, named by its end: only a check may ask the calendar. */
const yearOfToday = ({ now, agency }: Caller): number => {
  const today = dateIn(now, agency.timeZone);
  return Number(today.slice(0, 4)) + (today.slice(5) >= '07-01' ? 1 : 0);
};

/** The files of the lane as they are now, of just the datasets that the query reads. */
const laneFiles = async (
  { store, objects }: CheckPorts,
  { districtId }: Place,
  check: RuleCheck,
  wanted: readonly string[],
  folder: string,
): Promise<readonly LocalDataset[]> => {
  const [declared, data] = await Promise.all([store.datasets(), store.load('organizationData', districtId)]);
  const declarations = declared.map((read) => read.state);
  const named = withSchoolLinks(new Set(wanted), declarations);
  const datasets: LocalDataset[] = [];
  for (const declaration of declarations.filter(({ name }) => named.has(name))) {
    const lanes = data?.state.datasets[declaration.name];
    const version = check.lane === 'DISTRICT' ? lanes?.district : lanes?.state;
    const file = join(folder, `${declaration.name}.parquet`);
    if (version) await objects.download('data', version.object, file);
    datasets.push({ declaration, files: version ? [file] : null });
  }
  return datasets;
};

const attempted = (
  ports: CheckPorts,
  place: Place,
  check: RuleCheck & { readonly reportingYear: number },
  judged: JudgedRule,
): Promise<TrialOutcome> =>
  ports.folders.within(async (workFolder) => {
    const { sql, parameters, kind, reportingYear } = check;
    const wanted = [...judged.datasets, ...judged.previousDatasets];
    const datasets = await laneFiles(ports, place, check, wanted, workFolder);
    const { schoolId } = place;
    return ports.rules.attempt({ workFolder, datasets, schoolId, reportingYear, sql, parameters, kind });
  });

const disclose = (ports: CheckPorts, caller: Caller, check: RuleCheck): Promise<void> => {
  const digest = createHash('sha256').update(check.sql).digest('hex').slice(0, 24);
  return ports.journal.recordDisclosure({
    at: caller.now,
    userId: personOf(caller.actor).id,
    organizationId: check.organizationId,
    purpose: 'RULE_CHECK',
    about: `${check.lane} ${digest}`,
    requestId: caller.requestId,
  });
};

/**
 * Judges a query and tries it on one organization's rows as they are now. It is no command: nothing is kept of it but
 * that this person was shown rows, which is written before any row is read.
 */
export const checkRule = async (ports: CheckPorts, caller: Caller, sent: RuleCheck) => {
  const place = await placeOf(ports, caller, sent.organizationId);
  if (!place.ok) return place;
  const judged = await judgedRule(ports, sent.sql, sent.parameters);
  if (!judged.ok) return judged;
  await disclose(ports, caller, sent);
  const reportingYear = sent.reportingYear ?? yearOfToday(caller);
  const tried = await attempted(ports, place.value, { ...sent, reportingYear }, judged.value);
  const { outcome, count, rows, milliseconds, problem, problemCode, problemFacts } = tried;
  if (outcome === 'ERRORED')
    return refuse(ruleRefused({ code: problemCode ?? 'RULE_FAILED', detail: problem ?? '', position: null }));
  const { organizationId, lane } = sent;
  const asOf = ports.rules.asOf(reportingYear);
  const found = { outcome, count, sample: rows, milliseconds, problem, problemCode, problemFacts };
  return ok({ ...judged.value, ...found, organizationId, lane, reportingYear, asOf });
};
