import { alertWith, sendingsTold } from '../story/alerts.ts';
import { auditTrail, replay } from '../story/audit.ts';
import { bearCreek, decideOne, grandBend, participantOf, publishNew } from '../story/certification-event.ts';
import { type Person, signIn } from '../story/client.ts';
import { deliver, seedFile, withoutImpossibleExits } from '../story/deliver.ts';
import { failedExecutions } from '../story/runtime-state.ts';
import { expectStatus, jsonAt, listAt, textAt } from '../story/read.ts';
import {
  certify,
  complete,
  generateReport,
  openReport,
  passSnapshot,
  passStep,
  start,
  submit,
  wizard,
  type Work,
} from '../story/steps.ts';

export type Say = (text: string) => void;

const mustBe = (what: string, found: unknown, wanted: string): void => {
  if (found !== wanted) throw new Error(`${what} is ${String(found)}, not ${wanted}`);
};

const enrollments = 'studentSchoolAssociations';

interface Cast {
  readonly admin: Person;
  readonly approver: Person;
  readonly bear: Person;
  readonly bearAdmin: Person;
  readonly grand: Person;
}

const castOf = async (origin: string): Promise<Cast> => ({
  admin: await signIn(origin, 'state-admin'),
  approver: await signIn(origin, 'state-approver'),
  bear: await signIn(origin, 'bear-creek-certifier'),
  bearAdmin: await signIn(origin, 'bear-creek-admin'),
  grand: await signIn(origin, 'grand-bend-certifier'),
});

const blockedThenCorrected = async ({ bear, bearAdmin }: Cast, work: Work, say: Say): Promise<string> => {
  expectStatus(await start(bear, work), 200);
  const run = await generateReport(bear, work, 'district-validation');
  const fatal = listAt(run, 'summary').filter((one) => one['severity'] === 'FATAL' && one['outcome'] === 'FINDINGS');
  for (const rule of fatal) say(`   Fatal: ${String(rule['ruleName'])}, ${String(rule['count'])} records`);
  const report = await openReport(bear, textAt(run, 'id'));
  const refused = await complete(bear, work, 'district-validation');
  mustBe('completing a step with fatal findings', refused.body['code'], 'FATAL_FINDINGS');
  say('   The step is blocked. The district corrects two exits and delivers the file again.');
  const corrected = await deliver(
    bearAdmin,
    bearCreek,
    enrollments,
    withoutImpossibleExits(await seedFile('bear-creek', enrollments)),
  );
  mustBe('the corrected file', corrected['status'], 'ACCEPTED');
  await passStep(bear, work, 'district-validation');
  await passStep(bear, work, 'state-validation');
  expectStatus(await bear.post(`/v1/certifications/${work.eventId}/${work.orgId}/snapshot`, { confirm: true }), 202);
  await passSnapshot(bear, work);
  expectStatus(await submit(bear, work), 200);
  return report;
};

const auditReplays = async ({ admin }: Cast, eventId: string): Promise<number> => {
  const trail = await auditTrail(admin, eventId);
  const { faults, states } = replay(trail);
  if (faults.length > 0) throw new Error(`the audit trail is broken: ${faults.join('; ')}`);
  for (const orgId of [bearCreek, grandBend]) {
    const replayed = states.get(`participant/${eventId}/${orgId}`);
    const present = await participantOf(admin, eventId, orgId);
    mustBe(`the replayed status of ${orgId}`, replayed?.['status'], textAt(present, 'status'));
    mustBe(`the replayed round of ${orgId}`, String(replayed?.['round']), String(present['round']));
  }
  mustBe('the replayed certification event', states.get(`certificationEvent/${eventId}`)?.['status'], 'CLOSED');
  return trail.length;
};

/** Tells the story step by step and answers the reports that were read. Throws at the first unexpected status. */
export const tellStory = async (origin: string, say: Say): Promise<ReadonlyMap<string, string>> => {
  const cast = await castOf(origin);
  const { admin, approver, bear, bearAdmin, grand } = cast;
  say('0. Bear Creek delivers its enrollments as they are.');
  const delivered = await deliver(bearAdmin, bearCreek, enrollments, await seedFile('bear-creek', enrollments));
  mustBe('the delivered file', delivered['status'], 'ACCEPTED');

  say('1. The state publishes "Student Tardiness" to two districts.');
  const eventId = await publishNew(admin);
  const [bearWork, grandWork] = [bearCreek, grandBend].map((orgId) => ({ eventId, orgId }));
  if (!bearWork || !grandWork) throw new Error('two districts take part');

  say('2. Grand Bend validates its own copy, the state copy and the snapshot, and certifies.');
  mustBe("Grand Bend's status", (await certify(grand, grandWork))['eventStatus'], 'SENT');

  say('3. Bear Creek validates.');
  const blockedReport = await blockedThenCorrected(cast, bearWork, say);
  mustBe("Bear Creek's status", (await wizard(bear, bearWork))['eventStatus'], 'SENT');

  say('4. The state is told of both, approves Grand Bend and sends Bear Creek back once.');
  await sendingsTold(approver, eventId, 2);
  mustBe('approving', (await decideOne(approver, eventId, grandBend, { type: 'APPROVE' }))['outcome'], 'APPLIED');
  const sendBack = { type: 'REQUEST_RECERTIFICATION', reason: 'Please check the two corrected exits once more.' };
  mustBe('sending back', (await decideOne(approver, eventId, bearCreek, sendBack))['outcome'], 'APPLIED');
  mustBe("Bear Creek's status", (await wizard(bear, bearWork))['eventStatus'], 'RECERT_IN_PROGRESS');

  say('5. Bear Creek certifies again, in round 2.');
  const again = await certify(bear, bearWork);
  mustBe("Bear Creek's status", again['eventStatus'], 'SENT');
  mustBe("Bear Creek's round", String(again['round']), '2');

  say('6. The state approves Bear Creek and closes.');
  await sendingsTold(approver, eventId, 3);
  mustBe('approving', (await decideOne(approver, eventId, bearCreek, { type: 'APPROVE' }))['outcome'], 'APPLIED');
  const snapshot = jsonAt(await wizard(bear, bearWork), 'snapshot');
  const verified = expectStatus(await bear.get(`/v1/snapshots/${textAt(snapshot, 'id')}/verify`), 200);
  mustBe('the certified snapshot', String(verified['ok']), 'true');
  const close = { comment: 'Both districts are approved.', confirm: true };
  const closed = expectStatus(await admin.post(`/v1/certification-events/${eventId}/close`, close), 200);
  mustBe('the certification event', closed['status'], 'CLOSED');

  say('7. Everybody was told, and every workflow has ended well.');
  say(`   ${await alertWith(bear, 'approved the certification')}`);
  say(`   ${await alertWith(approver, 'Grand Bend ISD sent its certification')}`);
  const failed = await failedExecutions(origin, eventId);
  if (failed.length > 0) throw new Error(`workflows failed: ${failed.join('; ')}`);

  say('8. The audit trail is read back and replayed.');
  say(`   ${await auditReplays(cast, eventId)} entries, every chain whole, the replay ends where the table stands.`);

  const last = listAt(await wizard(grand, grandWork), 'steps')[0];
  const grandReport = await openReport(grand, textAt(jsonAt(last ?? {}, 'run'), 'id'));
  return new Map([
    ['bear-creek-blocked.html', blockedReport],
    ['grand-bend-district-validation.html', grandReport],
  ]);
};
