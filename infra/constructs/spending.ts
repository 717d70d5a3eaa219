import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnAnomalyMonitor, CfnAnomalySubscription } from 'aws-cdk-lib/aws-ce';
import { Construct } from 'constructs';
import { physicalName } from './naming.ts';

export interface SpendingProps {
  readonly stage: string;
  /** US dollars a month. */
  readonly budget: number;
  readonly topicArn: string;
}

/** Tells the agency before a month costs more than planned, and when a service suddenly costs more than it used to. */
export class Spending extends Construct {
  constructor(scope: Construct, id: string, { stage, budget, topicArn }: SpendingProps) {
    super(scope, id);
    const told = [{ subscriptionType: 'SNS', address: topicArn }];
    const at = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
      subscribers: told,
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: physicalName(stage, 'month'),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: budget, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:attest:stage$${stage}`] },
      },
      notificationsWithSubscribers: [at('ACTUAL', 80), at('FORECASTED', 100)],
    });
    const monitor = new CfnAnomalyMonitor(this, 'Monitor', {
      monitorName: physicalName(stage, 'spending'),
      monitorType: 'CUSTOM',
      monitorSpecification: JSON.stringify({ Tags: { Key: 'attest:stage', Values: [stage] } }),
    });
    new CfnAnomalySubscription(this, 'Subscription', {
      subscriptionName: physicalName(stage, 'spending'),
      frequency: 'IMMEDIATE',
      monitorArnList: [monitor.attrMonitorArn],
      subscribers: [{ type: 'SNS', address: topicArn }],
      thresholdExpression: JSON.stringify({
        Dimensions: { Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE', MatchOptions: ['GREATER_THAN_OR_EQUAL'], Values: ['20'] },
      }),
    });
  }
}
