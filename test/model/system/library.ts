import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { Insert, Transition } from '../../../shared/application/ports/unit-of-work.ts';
import { groupId, ruleId } from '../../../shared/kernel/ids.ts';
import { attendance, system } from '../../builders/people.ts';
import { aGroup, aRule } from '../../builders/rule-library.ts';
import type { Setting } from './played.ts';

/* What the model's library has beside the small state's: a second group, a rule still being written, a category not yet shown. */

/** What the product calls the rules of the model. */
export const ruleIds: ReadonlyMap<string, string> = new Map([
  ['tardiness', 'rul_tardy'],
  ['absence', 'rul_absence'],
]);

/** Category, rules and groups are of the sequence's level. */
export const seedLibrary = async (
  { store, unitOfWork, clock }: Ports,
  { isCategoryPublished, level }: Setting,
): Promise<void> => {
  const command = 'seed';
  const enrollment = aGroup({ id: groupId('grp_enrollment'), name: 'Enrollment', level });
  const absence = aRule({ id: ruleId('rul_absence'), code: 'ABS-1', name: 'Absence', level }, 'DRAFT');
  const transitions: Transition[] = [
    { entity: 'validationGroup', key: enrollment.id, before: null, after: enrollment, command },
    { entity: 'rule', key: absence.id, before: null, after: absence, command },
  ];
  const category = await store.load('category', attendance);
  if (category !== undefined && !isCategoryPublished) {
    const after = { ...category.state, published: isCategoryPublished };
    transitions.push({ entity: 'category', key: attendance, before: category, after, command });
  }
  const inserts: readonly Insert[] = [
    { row: 'ruleCode', code: absence.newest.code, ruleId: absence.id },
    { row: 'ruleVersion', version: absence.newest },
  ];
  const all = { actor: system, now: clock.now(), requestId: 'seed', transitions, inserts };
  const { kind } = await unitOfWork.commit(all);
  if (kind !== 'COMMITTED') throw new Error(`the model's library is ${kind}`);
};
