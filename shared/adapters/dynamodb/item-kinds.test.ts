import { expect, it } from 'vitest';
import { categoryId, certificationEventId, organizationId } from '../../kernel/ids.ts';
import { kindOfItem, requestNamed } from './item-kinds.ts';
import { keys } from './keys.ts';

const at = '2026-05-05T18:00:00.000Z';
// Ids an agency may choose, made to look like key text.
const id = certificationEventId('USER');
const participant = { certificationEventId: id, organizationId: organizationId('HEAD') };

const made: { readonly [Name in keyof typeof keys]: readonly [key: ReturnType<(typeof keys)[Name]>, kind: string] } = {
  agency: [keys.agency(), 'agency'],
  organization: [keys.organization('RUN'), 'organization'],
  user: [keys.user('RUN'), 'user'],
  userName: [keys.userName('RUN'), 'plain'],
  category: [keys.category('RUN'), 'category'],
  localMembers: [
    keys.localMembers({ categoryId: categoryId('RUN'), districtId: organizationId('CAT') }),
    'localMembers',
  ],
  rule: [keys.rule('x'), 'rule'],
  ruleCode: [keys.ruleCode('x'), 'plain'],
  ruleVersion: [keys.ruleVersion('x', 1), 'ruleVersion'],
  validationGroup: [keys.validationGroup('x'), 'validationGroup'],
  dataset: [keys.dataset('students'), 'dataset'],
  declaration: [keys.declaration('students', 1), 'plain'],
  datasetVersion: [keys.datasetVersion('x', 'students', 'v'), 'datasetVersion'],
  versionPin: [keys.versionPin('x', 'snp_1'), 'versionPin'],
  certificationEvent: [keys.certificationEvent('x'), 'certificationEvent'],
  bodyPart: [keys.bodyPart('x', 'bdy_1', 0), 'body'],
  chunk: [keys.chunk('x', 1, 1), 'plain'],
  fence: [keys.fence('x', 3), 'fence'],
  participant: [keys.participant(participant), 'participant'],
  wait: [keys.wait(participant, 1), 'wait'],
  run: [keys.run('x'), 'run'],
  lease: [keys.lease('x'), 'lease'],
  view: [keys.view('x', 'ana', at), 'view'],
  viewed: [keys.viewed('x', 'ana'), 'plain'],
  snapshot: [keys.snapshot('x'), 'snapshot'],
  organizationData: [keys.organizationData('x'), 'organizationData'],
  upload: [keys.upload('x'), 'upload'],
  message: [keys.message('x'), 'message'],
  timer: [keys.timer('x-FULL_SNAPSHOT'), 'timer'],
  outbox: [keys.outbox('x'), 'outbox'],
  idempotency: [keys.idempotency('ana', 'publish', 'a#b / c'), 'request'],
  alert: [keys.alert('ana', 'x'), 'alert'],
  digest: [keys.digest('2026-05-11', 'USER'), 'plain'],
  seal: [keys.seal('x', 1), 'plain'],
  disclosure: [keys.disclosure(at, 'r'), 'plain'],
  shown: [keys.shown({ at, userId: 'USER', purpose: 'ON_SCREEN', about: 'RUN run_1' }), 'plain'],
  refusal: [keys.refusal(at, 'r', 'evt_1/255903'), 'refusal'],
  auditEntry: [keys.auditEntry(id, `participant/USER/HEAD`, 1, at), 'audit'],
  certificationEventNumber: [keys.certificationEventNumber(), 'plain'],
  cursorKey: [keys.cursorKey(), 'plain'],
};

it.each(Object.entries(made))('%s is told by its key', (_name, [key, kind]) => {
  expect(kindOfItem(key)).toBe(kind);
});

it('knows an audit entry outside a certification event, and nothing that is not ours', () => {
  expect(kindOfItem(keys.auditEntry(undefined, 'user/ana', 1, at))).toBe('audit');
  expect(kindOfItem({ pk: 'SOMETHING#1', sk: 'ELSE' })).toBeUndefined();
});

it('finds in a kept request what it was kept under, whatever the caller chose for a key', () => {
  expect(requestNamed(keys.idempotency('ana', 'publish', 'a#b / c').pk)).toEqual({
    principal: 'ana',
    operation: 'publish',
    key: 'a#b / c',
  });
});
