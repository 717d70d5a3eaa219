import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { watch } from '../constructs/alarm.ts';
import { countedMetric } from '../constructs/counted-metric.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { feedFromStream } from '../constructs/event-sources.ts';
import { answerWaits, startMachine } from '../constructs/flow.ts';
import { sendMail } from '../constructs/mail.ts';
import { machineNames, physicalName } from '../constructs/naming.ts';
import { Timers } from '../constructs/timers.ts';
import { use } from '../constructs/use.ts';
import { doorIn, type Surroundings } from './surroundings.ts';

/** What carries out a committed message: the relay at once, the sweeper where something was lost, and the timers' call. */
export const outboxDoors = (scope: Construct, around: Surroundings): void => {
  const { data, house, settings, signIn } = around;
  const { stage } = house;
  const door = doorIn(scope, around);

  const fire = door('schedule-fire', data.table.commit());
  const timers = new Timers(scope, 'Timers', { stage, fire });
  const aside = new DeadLetterQueue(scope, 'OutboxAside', {
    name: physicalName(stage, 'outbox-dead'),
    meaning: 'Records of the stream broke the relay. The sweeper sends their rows; find out what broke it.',
  });
  const receivers = [
    data.runQueue.send(),
    data.largeRunQueue.send(),
    data.ingestQueue.send(),
    data.largeIngestQueue.send(),
    data.notifyQueue.send(),
    ...machineNames.map((machine) => startMachine(scope, stage, machine)),
    answerWaits(scope, stage),
    timers.arm(),
    sendMail(scope, settings.mailFrom),
    ...(signIn ? [signIn.administer()] : []),
  ];
  const relay = door('stream-relay-outbox', data.table.commit(), data.table.readStream(), aside.fill(), ...receivers);
  feedFromStream(relay, data.table, aside);

  const sweep = door('schedule-sweep', data.table.commit('GSI1', 'GSI2', 'GSI3'), ...receivers);
  timers.every(5, sweep);

  const seal = door('schedule-seal', data.table.commit('GSI1'), data.data.create('seals/'));
  timers.every(60, seal);

  // Two looks at a version are a day apart at least (ruling L): more than one round a day would find nothing more.
  const clean = door('schedule-clean', data.table.commit('GSI1', 'GSI2'), data.data.remove('lanes/'));
  timers.every(1_440, clean);

  // Rows and reports of what was closed years ago: never a seal or a certificate, never an item of the table.
  const retention = door(
    'schedule-retention',
    data.table.commit('GSI1', 'GSI2'),
    data.data.remove('snapshots/', 'datamart/', 'compacted/'),
    data.reports.remove('runs/', 'snapshots/'),
    use({ RETENTION_YEARS: String(settings.retentionYears) }),
  );
  timers.every(1_440, retention);

  // Nobody waits for it and closing does not know of it: what is closed is found, compacted, and not looked at again.
  const compact = door(
    'schedule-compact',
    data.table.commit('GSI1', 'GSI2'),
    data.data.read('lanes/', 'snapshots/'),
    data.data.create('compacted/'),
    data.data.find('compacted/'),
    data.data.receive('datamart/'),
  );
  timers.every(60, compact);

  watch(sweep, 'Unsent', {
    metric: countedMetric(stage, 'OldestUnsentMessage', 'Maximum'),
    from: 900,
    runbook: 'unsent-messages',
    meaning: 'A committed message has waited for 15 minutes, or was given up after ten tries.',
  });
  watch(sweep, 'Silent', {
    metric: sweep.function.metricInvocations({ statistic: 'Sum', period: Duration.minutes(5) }),
    from: 1,
    periods: 3,
    silenceRings: true,
    runbook: 'sweeper-silent',
    meaning: 'The sweeper has not run for 15 minutes: lost messages and missed timers stay undone.',
  });
};
