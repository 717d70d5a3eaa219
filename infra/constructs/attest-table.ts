import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { IndexName } from '../../shared/adapters/dynamodb/keys.ts';
import { tableSchema } from '../../shared/adapters/dynamodb/table-schema.ts';
import { metricNamespace } from '../../shared/contracts/metrics.ts';
import type { DataKey } from './data-key.ts';
import { allow, type Use, use } from './use.ts';

const stringKey = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table, made of the schema the adapter reads by; kept when everything else is deleted. */
export class AttestTable extends Construct {
  readonly table: Table;
  readonly #key: DataKey;
  readonly #stage: string;

  constructor(scope: Construct, id: string, { stage, key }: { readonly stage: string; readonly key: DataKey }) {
    super(scope, id);
    this.#key = key;
    this.#stage = stage;
    this.table = new Table(this, 'Table', {
      partitionKey: stringKey(tableSchema.partitionKey),
      sortKey: stringKey(tableSchema.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: tableSchema.timeToLiveAttribute,
      stream: StreamViewType[tableSchema.streamView],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { name, partitionKey, sortKey } of tableSchema.indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: stringKey(partitionKey),
        sortKey: stringKey(sortKey),
        projectionType: ProjectionType[tableSchema.indexProjection],
      });
    }
  }

  /**
   * Load, decide, commit, and read those lists. A transaction is authorised through the actions of its items. Nobody
   * deletes an item, and an audit entry once written is never updated, whatever the code tries.
   */
  commit(...lists: readonly IndexName[]): Use {
    const { tableArn, tableName } = this.table;
    const indexes = lists.map((name) => `${tableArn}/index/${name}`);
    return use(
      // Whoever commits counts what it committed.
      { TABLE_NAME: tableName, METRICS_NAMESPACE: metricNamespace(this.#stage) },
      allow(
        [
          'dynamodb:BatchGetItem',
          'dynamodb:ConditionCheckItem',
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:Query',
          'dynamodb:UpdateItem',
        ],
        [tableArn],
      ),
      ...(indexes.length > 0 ? [allow(['dynamodb:Query'], indexes)] : []),
      new PolicyStatement({
        effect: Effect.DENY,
        actions: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
        resources: [tableArn],
        conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['EVT#*#AUDIT', 'AUDIT#*'] } },
      }),
      this.#key.throughTable(),
    );
  }

  /** What the event source mapping of the stream needs of its function's role. */
  readStream(): Use {
    const { tableArn, tableStreamArn } = this.table;
    return use(
      {},
      allow(
        ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        [tableStreamArn ?? `${tableArn}/stream/*`],
      ),
      allow(['dynamodb:ListStreams'], [`${tableArn}/stream/*`]),
    );
  }
}
