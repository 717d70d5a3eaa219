import { bearCreek, publishNew } from '../../test/story/certification-event.ts';
import { signIn } from '../../test/story/client.ts';
import { expectStatus, listAt, textAt } from '../../test/story/read.ts';
import { generateReport, start } from '../../test/story/steps.ts';
import { mustBeExpected } from './expected.ts';

/** A certifier's "Generate report", from the request until the run is COMPLETED: queue, worker, engine, reports, commit. */
export const runOverHttp = async (origin: string): Promise<() => Promise<void>> => {
  const admin = await signIn(origin, 'state-admin');
  const certifier = await signIn(origin, 'bear-creek-certifier');
  const changes = { name: 'Validation', snapshotMethod: 'NONE', missingSnapshotAt: null, participants: [bearCreek] };
  const work = { eventId: await publishNew(admin, changes), orgId: bearCreek };
  expectStatus(await start(certifier, work), 200);
  return async () => {
    const run = await generateReport(certifier, work, 'district-validation');
    if (textAt(run, 'status') !== 'COMPLETED') throw new Error(`the run ended ${textAt(run, 'status')}`);
    const applied = listAt(run, 'summary').filter(({ outcome }) => outcome !== 'NOT_APPLICABLE');
    mustBeExpected(
      'the run',
      Object.fromEntries(applied.map((rule) => [textAt(rule, 'ruleCode'), Number(rule['count'])])),
    );
  };
};
