import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { type Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { AttestTable } from '../constructs/attest-table.ts';
import { Backups } from '../constructs/backups.ts';
import { DataKey } from '../constructs/data-key.ts';
import { Datamart } from '../constructs/datamart.ts';
import { hearOfDrops } from '../constructs/drop.ts';
import { reportLifetimes } from '../constructs/lifetimes.ts';
import { logBucket } from '../constructs/log-bucket.ts';
import { physicalName } from '../constructs/naming.ts';
import { StoreBucket } from '../constructs/store-bucket.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Settings } from '../settings.ts';

/** What must outlive every deployment: the table, the lanes and snapshots, the reports; and the work that waits. */
export class DataStack extends Stack {
  readonly key: DataKey;
  readonly table: AttestTable;
  readonly logs: Bucket;
  readonly data: StoreBucket;
  readonly reports: StoreBucket;
  readonly runQueue: WorkQueue;
  readonly largeRunQueue: WorkQueue;
  readonly ingestQueue: WorkQueue;
  readonly largeIngestQueue: WorkQueue;
  readonly notifyQueue: WorkQueue;

  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: Settings }) {
    super(scope, id, props);
    const { stage, production } = props.settings;
    this.key = new DataKey(this, 'DataKey', `alias/${physicalName(stage, 'data')}`);
    this.table = new AttestTable(this, 'Table', { stage, key: this.key });
    if (production) new Backups(this, 'Backups', { stage, key: this.key.key, table: this.table.table });
    this.logs = logBucket(this, 'AccessLogs');

    const common = { key: this.key, logs: this.logs };
    this.data = new StoreBucket(this, 'Data', {
      ...common,
      variable: 'DATA_BUCKET',
      // Long enough for the cleaner's two looks at a version nobody pinned; a submission extends it (ruling L).
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(30)),
    });
    this.reports = new StoreBucket(this, 'Reports', {
      ...common,
      variable: 'REPORTS_BUCKET',
      lifecycleRules: reportLifetimes,
    });

    new Datamart(this, 'Datamart', { stage, key: this.key, results: this.reports });

    // Workers with the engine run for 240 s at most; a lease of 60 s decides earlier who works (ruling I).
    const engineWork = { visibility: Duration.seconds(1_440), maxReceiveCount: 3 };
    this.runQueue = new WorkQueue(this, 'RunQueue', {
      ...engineWork,
      name: physicalName(stage, 'run'),
      variable: 'RUN_QUEUE_URL',
      patience: Duration.minutes(30),
    });
    this.largeRunQueue = new WorkQueue(this, 'LargeRunQueue', {
      ...engineWork,
      name: physicalName(stage, 'run-large'),
      variable: 'LARGE_RUN_QUEUE_URL',
      patience: Duration.minutes(30),
    });
    this.ingestQueue = new WorkQueue(this, 'IngestQueue', {
      ...engineWork,
      name: physicalName(stage, 'ingest'),
      variable: 'INGEST_QUEUE_URL',
      patience: Duration.minutes(30),
    });
    this.largeIngestQueue = new WorkQueue(this, 'LargeIngestQueue', {
      ...engineWork,
      name: physicalName(stage, 'ingest-large'),
      variable: 'LARGE_INGEST_QUEUE_URL',
      patience: Duration.minutes(30),
    });
    // What is dropped is announced to the small one, which takes it up; its check goes where its size belongs.
    hearOfDrops(this.ingestQueue, stage);
    this.notifyQueue = new WorkQueue(this, 'NotifyQueue', {
      name: physicalName(stage, 'notify'),
      variable: 'NOTIFY_QUEUE_URL',
      visibility: Duration.seconds(360),
      maxReceiveCount: 5,
      patience: Duration.hours(1),
    });
  }
}
