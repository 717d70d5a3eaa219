import { canonicalJson } from '../../kernel/canonical-json.ts';
import { ok } from '../../kernel/result.ts';
import type { Decision } from '../decision.ts';
import { type Guard, guard, valueGuard, whenAllHold } from '../guard.ts';
import { consequencesOf } from './declaration-consequences.ts';
import type { DatasetDeclared, Declaration, SchoolLink } from './declaration.ts';

/** The other declarations; names are compared without case, as SQL does. */
type Others = readonly Declaration[];

const typeIn = ({ columns }: Declaration, column: string) => columns.find(({ name }) => name === column)?.type;

/** Rows that belong to a school through another dataset share a column with it, of one type: the engine compares its values. */
const linkFits = (own: Declaration, link: SchoolLink, pointer: string, others: Others): readonly Guard[] => {
  const through = others.find(({ name }) => name === link.dataset);
  const type = through && typeIn(through, link.column);
  return [
    valueGuard(through !== undefined, 'REFERENCE_UNKNOWN', `${pointer}/dataset`),
    valueGuard(type !== undefined && type === typeIn(own, link.column), 'REFERENCE_UNKNOWN', `${pointer}/column`),
  ];
};

const linksFit = (own: Declaration, others: Others): readonly Guard[] => {
  const { schoolThrough, schoolThroughAlso = [] } = own;
  return [
    ...(schoolThrough === null ? [] : linkFits(own, schoolThrough, '/schoolThrough', others)),
    ...schoolThroughAlso.flatMap((link, index) => linkFits(own, link, `/schoolThroughAlso/${index}`, others)),
  ];
};

export const decideCreateDataset = <Declared extends Declaration>(
  declaration: Declared,
  others: Others,
): Decision<DatasetDeclared<Declared>> => {
  const taken = others.some(({ name }) => name.toLowerCase() === declaration.name.toLowerCase());
  return whenAllHold([guard(!taken, 'DATASET_EXISTS'), ...linksFit(declaration, others)], () =>
    ok([{ type: 'DatasetDeclared', declaration }]),
  );
};

// What was accepted was accepted under its key, its types and its way to a school: with others it would be another dataset.
const keepsIdentity = (present: Declaration, next: Declaration): readonly Guard[] => [
  valueGuard(canonicalJson(next.key) === canonicalJson(present.key), 'DATASET_INCOMPATIBLE', '/key'),
  valueGuard(next.schoolColumn === present.schoolColumn, 'DATASET_INCOMPATIBLE', '/schoolColumn'),
  valueGuard(
    canonicalJson(next.schoolThrough) === canonicalJson(present.schoolThrough),
    'DATASET_INCOMPATIBLE',
    '/schoolThrough',
  ),
  valueGuard(
    canonicalJson(next.schoolThroughAlso ?? []) === canonicalJson(present.schoolThroughAlso ?? []),
    'DATASET_INCOMPATIBLE',
    '/schoolThroughAlso',
  ),
  ...next.columns.map((column, index) => {
    const before = present.columns.find(({ name }) => name === column.name);
    return valueGuard(
      before === undefined || before.type === column.type,
      'DATASET_INCOMPATIBLE',
      `/columns/${index}/type`,
    );
  }),
];

/**
 * A new version of a declaration. What widens it is taken as it is; what narrows it applies to deliveries from now on and
 * is confirmed with what it means for those that are there. Accepted versions keep the declaration they were checked by.
 */
export const decideReplaceDataset = <Declared extends Declaration>(
  present: Declared,
  next: Declared,
  others: Others,
  confirm: boolean,
): Decision<DatasetDeclared<Declared>> => {
  const declaration = { ...next, version: present.version + 1 };
  if (canonicalJson({ ...next, version: present.version }) === canonicalJson(present)) return ok([]);
  const consequences = consequencesOf(present, next);
  const confirmed = guard(confirm || consequences.length === 0, 'CONFIRMATION_REQUIRED', { consequences });
  return whenAllHold([...keepsIdentity(present, next), ...linksFit(next, others), confirmed], () =>
    ok([{ type: 'DatasetDeclared', declaration }]),
  );
};
