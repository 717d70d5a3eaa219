import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Spending } from '../constructs/spending.ts';
import { AccountTrail } from '../constructs/trail.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data.ts';
import type { WebStack } from './web.ts';

export interface WatchStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly web: WebStack;
}

/** What watches over a production deployment from outside: trail and spending. No function of ours can reach it. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, web, ...props }: WatchStackProps) {
    super(scope, id, props);
    const { stage, alarmTopicArn, monthlyBudget, retentionYears } = settings;
    const { table } = data.table;
    new AccountTrail(this, 'Trail', {
      stage,
      logs: data.logs,
      retentionYears,
      buckets: [data.data, data.reports, web.uploads].map(({ bucket }) => bucket),
      tableArn: table.tableArn,
    });
    if (alarmTopicArn) new Spending(this, 'Spending', { stage, budget: monthlyBudget, topicArn: alarmTopicArn });
  }
}
