import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { physicalName } from './naming.ts';

export interface BackupsProps {
  readonly stage: string;
  readonly key: IKey;
  readonly table: Table;
}

/**
 * A copy of the table each night, kept for 35 days where nobody who can touch the table can delete it. Point-in-time
 * recovery covers the last 35 days to the second, but goes when the table goes.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { stage, key, table }: BackupsProps) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: physicalName(stage, 'backups'),
      encryptionKey: key,
      blockRecoveryPointDeletion: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const plan = new BackupPlan(this, 'Plan', { backupPlanName: physicalName(stage, 'nightly'), backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'nightly',
        scheduleExpression: Schedule.cron({ hour: '8', minute: '0' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(6),
        deleteAfter: Duration.days(35),
      }),
    );
    plan.addSelection('Table', {
      resources: [BackupResource.fromDynamoDbTable(table)],
      role: new Role(this, 'Role', {
        assumedBy: new ServicePrincipal('backup.amazonaws.com'),
        managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup')],
      }),
      disableDefaultBackupPolicy: true,
    });
  }
}
