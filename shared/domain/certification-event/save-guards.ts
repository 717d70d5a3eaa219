import { type Guard, valueGuard } from '../guard.ts';
import { isFatalListing } from '../rule-library/severity.ts';
import type { RuleVersion } from '../rule-library/state.ts';
import type { LinkedGroup, References } from './commands.ts';
import { isExternalUrl } from './external-url.ts';
import { fullSnapshotTimeFits, missingSnapshotTimeFits } from './snapshot-times.ts';
import type { DataLink, Definition, Outline, Published } from './state.ts';

const inOrder = (earlier: string | null, later: string | null): boolean =>
  earlier === null || later === null || earlier <= later;

const datesFit = ({ startDate, certificationOpensDate, endDate }: Outline): readonly Guard[] => [
  valueGuard(inOrder(startDate, certificationOpensDate), 'DATES_INVALID', '/certificationOpensDate'),
  valueGuard(inOrder(startDate, endDate) && inOrder(certificationOpensDate, endDate), 'DATES_INVALID', '/endDate'),
];

const asksSomebody = (rule: RuleVersion): boolean =>
  rule.adHocFilter || rule.parameters.some((parameter) => parameter.type === 'CALENDAR');

/**
 * A rule that asks for a saved filter or a calendar gives another answer to another person: nobody can certify by it. Nor by
 * one that has become a listing since its group made it Fatal.
 */
export const isForbidden = ({ group, rules }: LinkedGroup): boolean =>
  rules.some(
    (rule) =>
      asksSomebody(rule) || group.rules.some((entry) => entry.ruleId === rule.id && isFatalListing(entry, rule)),
  );

const linkFits = (link: DataLink, pointer: string, references: References): readonly Guard[] => {
  if (link.type === 'EXTERNAL_URL') return [valueGuard(isExternalUrl(link.url), 'URL_INVALID', `${pointer}/url`)];
  const linked = references.groups.get(link.groupId);
  return [
    valueGuard(linked !== undefined, 'REFERENCE_UNKNOWN', `${pointer}/groupId`),
    valueGuard(linked === undefined || !isForbidden(linked), 'RULE_FORBIDDEN', `${pointer}/groupId`),
  ];
};

const allKnown = (given: readonly string[], unknown: readonly string[], list: string): readonly Guard[] =>
  given.map((id, index) => valueGuard(!unknown.includes(id), 'REFERENCE_UNKNOWN', `${list}/${index}`));

const participantsKnown = ({ body }: Definition, { unknownOrganizations }: References): readonly Guard[] =>
  'all' in body.participants ? [] : allKnown(body.participants, unknownOrganizations, '/participants');

const notFixed = (outline: Outline, published: Published | null): readonly Guard[] => [
  valueGuard(published === null || outline.level === published.outline.level, 'LEVEL_FIXED', '/level'),
  valueGuard(
    published === null || outline.reportingYear === published.outline.reportingYear,
    'REPORTING_YEAR_FIXED',
    '/reportingYear',
  ),
];

/**
 * What is given must make sense; what is missing may be missing until publishing. Whether category, groups and participants
 * agree is asked when publishing, because each of them may still change.
 */
export const saveGuards = (
  definition: Definition,
  references: References,
  published: Published | null,
  zone: string,
): readonly Guard[] => {
  const { outline, body } = definition;
  return [
    ...notFixed(outline, published),
    ...datesFit(outline),
    valueGuard(missingSnapshotTimeFits(outline, zone), 'SNAPSHOT_TIME_INVALID', '/missingSnapshotAt'),
    valueGuard(fullSnapshotTimeFits(outline, zone), 'SNAPSHOT_TIME_INVALID', '/fullSnapshotAt'),
    valueGuard(outline.categoryId === null || references.category !== null, 'REFERENCE_UNKNOWN', '/categoryId'),
    ...body.dataLinks.flatMap((link, index) => linkFits(link, `/dataLinks/${index}`, references)),
    ...participantsKnown(definition, references),
    ...allKnown(body.requiredDatasets, references.unknownDatasets, '/requiredDatasets'),
  ];
};
