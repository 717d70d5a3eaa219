import { ofType, type Resource } from '../template.ts';
import { idle } from './assumptions.ts';
import { type Line, line, type PriceName } from './prices.ts';

const count = (all: readonly Resource[], type: string): number => ofType(all, type).length;
const giga = 1e9;

interface Calls {
  readonly calls: number;
  readonly gbSeconds: number;
  readonly price: PriceName;
}

const functionOf = (all: readonly Resource[], id: string): Resource => {
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(`A schedule calls ${id}, which is not there`);
  return found;
};

export const gbSecondPrice = ({ Properties }: Resource): PriceName =>
  Properties.Architectures?.[0] === 'arm64' ? 'gbSecondArm' : 'gbSecondX86';

/** What runs though nobody asks for it. */
const scheduledCalls = (all: readonly Resource[]): readonly Calls[] =>
  ofType(all, 'AWS::Scheduler::Schedule').map(({ Properties }) => {
    const [, minutes] = /^rate\((\d+) minutes\)$/.exec(Properties.ScheduleExpression) ?? [];
    if (minutes === undefined) throw new Error(`How often is ${Properties.ScheduleExpression}?`);
    const called = functionOf(all, Properties.Target.Arn['Fn::GetAtt'][0]);
    const calls = (idle.hours * 60) / Number(minutes);
    return {
      calls,
      gbSeconds: (calls * idle.secondsACall * called.Properties.MemorySize) / 1_024,
      price: gbSecondPrice(called),
    };
  });

const isFedByQueue = ({ Properties }: Resource): boolean => JSON.stringify(Properties.EventSourceArn).includes('Queue');

/** Firewall, copies and trail of production; nothing of them where the template has none. */
const watching = (all: readonly Resource[], tableRequests: number): readonly Line[] => {
  const firewalls = ofType(all, 'AWS::WAFv2::WebACL');
  return [
    line('WAF', 'web ACLs', firewalls.length, 'firewall'),
    line('WAF', 'rules', firewalls.flatMap(({ Properties }) => Properties.Rules).length, 'firewallRule'),
    line(
      'Backup',
      'copies of the table',
      count(all, 'AWS::Backup::BackupPlan') * idle.backupsKept * idle.tableGb,
      'backup',
    ),
    line('CloudTrail', 'uses of the table', count(all, 'AWS::CloudTrail::Trail') * tableRequests, 'trailEvent'),
  ];
};

/** What a deployment costs in a month in which nobody does anything, by what its templates hold. */
export const idleMonth = (all: readonly Resource[]): readonly Line[] => {
  const scheduled = scheduledCalls(all);
  const calls = scheduled.reduce((sum, one) => sum + one.calls, 0);
  const queues = ofType(all, 'AWS::Lambda::EventSourceMapping').filter(isFedByQueue).length;
  const logsGb = (calls * idle.logBytesACall) / giga;
  const tables = count(all, 'AWS::DynamoDB::Table');
  return [
    line('CloudWatch', 'alarms', count(all, 'AWS::CloudWatch::Alarm'), 'alarm'),
    line('CloudWatch', 'dashboards', count(all, 'AWS::CloudWatch::Dashboard'), 'dashboard'),
    line('CloudWatch', 'metrics told every hour', idle.metricsTold, 'metric'),
    line('CloudWatch', 'GB of logs', logsGb, 'logsIn'),
    line('X-Ray', 'traces', calls, 'trace'),
    line('KMS', 'keys', count(all, 'AWS::KMS::Key'), 'key'),
    line('KMS', 'requests', idle.hours * idle.keyUsesAnHour, 'keyUse'),
    line('Secrets Manager', 'keys of the CDN', count(all, 'AWS::SecretsManager::Secret'), 'secret'),
    line('Lambda', 'calls', calls, 'call'),
    ...scheduled.map((one) => line('Lambda', 'GB seconds', one.gbSeconds, one.price)),
    line('SQS', 'polls', queues * idle.hours * idle.pollsAnHourAndQueue, 'message'),
    line('EventBridge', 'calls', calls, 'timer'),
    line('DynamoDB', 'read units', calls * idle.readUnitsACall, 'read'),
    line('DynamoDB', 'GB kept', tables * idle.tableGb, 'tableKept'),
    line('DynamoDB', 'GB that can be restored to any second', tables * idle.tableGb, 'tableRecovery'),
    line('S3', 'GB kept', idle.objectGb, 'objectsKept'),
    ...watching(all, calls * idle.tableRequestsACall),
  ];
};
