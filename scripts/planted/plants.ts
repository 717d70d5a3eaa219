import type { Plant } from './plant.ts';

const contract = (file: string, test: string) => ({ project: 'contract', file: `test/contract/${file}`, test });
const unit = (file: string, test: string) => ({ project: 'unit', file, test });

const recoverRun = 'shared/application/runs/recover-run.test.ts';
const races = 'functions/api/directory/races.test.ts';
const executeRun = 'shared/application/runs/execute-run.test.ts';
const recordsOfRuns = 'shared/domain/participant/decide-records.test.ts';
const notifications = 'shared/application/notifications/notifications.test.ts';

/** Seven kinds of mistakes that lose or double what people rely on, where they would be made. */
export const plants: readonly Plant[] = [
  {
    bug: 'unconditional write: a state over whatever is there',
    file: 'shared/adapters/dynamodb/writes/transact-item.ts',
    right: `    Item: item,
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':version': version },
`,
    wrong: '    Item: item,\n',
    witness: contract(
      'dynamodb-writes.test.ts',
      'on DynamoDB a commit is stale however long after, where its audit entry has a place of its own',
    ),
  },
  {
    bug: 'unconditional write: a new row over one that is there',
    file: 'shared/adapters/dynamodb/writes/transact-item.ts',
    right: "Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },",
    wrong: 'Put: { TableName: table.name, Item: item },',
    witness: contract('dynamodb-writes.test.ts', 'on DynamoDB a commit is stale when what it would create exists'),
  },
  {
    bug: 'unconditional write: an object over another',
    file: 'shared/adapters/s3/create-object.ts',
    right: "    IfNoneMatch: '*',\n",
    wrong: '',
    witness: contract('objects.test.ts', 'an object on S3 is never replaced by another content'),
  },
  {
    bug: 'unconditional write: what a person may do is not asked again',
    file: 'shared/application/handle-command.ts',
    right: '[...stampOf(caller), ...(writes.checks ?? [])]',
    wrong: '[...(writes.checks ?? [])]',
    witness: unit(
      races,
      'What somebody loses between the check and the commit of what he does his rights: an edit is refused and nothing is changed',
    ),
  },
  {
    bug: 'audit in a second write',
    file: 'shared/adapters/dynamodb/unit-of-work.ts',
    right: '    const outcome = await transact(table, prepared.transaction).catch(async (fault: unknown) => {',
    wrong: `    const { writes } = prepared.transaction;
    const entries = writes.filter(({ Put }) => Put?.Item?.['previousHash'] !== undefined);
    const others = writes.filter((write) => !entries.includes(write));
    const inTwo = async () => {
      const first = await transact(table, { ...prepared.transaction, writes: others });
      if (first !== 'WRITTEN' || entries.length === 0) return first;
      return transact(table, { token: crypto.randomUUID(), writes: entries });
    };
    const outcome = await inTwo().catch(async (fault: unknown) => {`,
    witness: contract(
      'dynamodb-faults.test.ts',
      'a table that fails in the middle of a commit after the first write, has the new state with its audit entry, or neither',
    ),
  },
  {
    bug: 'audit in a second write: none for what the system does',
    file: 'shared/adapters/dynamodb/writes/transition-writes.ts',
    right: 'writes: [stateWrite(table, transition, entry), insertNew(table, auditItem)],',
    wrong: `writes: [
      stateWrite(table, transition, entry),
      ...(commit.actor.kind === 'SYSTEM' ? [] : [insertNew(table, auditItem)]),
    ],`,
    witness: contract(
      'dynamodb-writes.test.ts',
      'on DynamoDB the audit chain of what the system does has an entry that names the part of it',
    ),
  },
  {
    bug: 'acknowledged before durable: a report that is still on its way',
    file: 'shared/application/runs/execute-run.ts',
    right:
      "    await ports.objects.putFile('reports', reportKey(findings, run.format), target, 'application/octet-stream');",
    wrong:
      "    void ports.objects.putFile('reports', reportKey(findings, run.format), target, 'application/octet-stream');",
    witness: unit(executeRun, 'a run is not completed before its report is stored'),
  },
  {
    bug: 'acknowledged before durable: an object whose answer nobody awaits',
    file: 'shared/adapters/s3/create-object.ts',
    right: '  await client.send(new PutObjectCommand({ ...params, ContentLength',
    wrong: '  void client.send(new PutObjectCommand({ ...params, ContentLength',
    witness: contract('objects.test.ts', 'an object on S3 is never replaced by another content'),
  },
  {
    bug: 'acknowledged before durable: a message whose work failed',
    file: 'shared/runtime/worker-handler.ts',
    right: '        if (!(await settle?.(message, fault))) throw fault;',
    wrong: '        await settle?.(message, fault);',
    witness: unit(
      'shared/runtime/worker-handler.test.ts',
      'a message whose work failed goes back to the queue, and no other',
    ),
  },
  {
    bug: 'late result attached: of a run that was replaced',
    file: 'shared/domain/participant/decide-records.ts',
    right: 'isUnderWay(newest) && newest.runId === run.runId && ',
    wrong: 'isUnderWay(newest) && ',
    witness: unit(
      recordsOfRuns,
      'What a worker reports about a run counts for nothing once a newer run has taken its place',
    ),
  },
  {
    bug: 'late result attached: of an earlier round',
    file: 'shared/domain/participant/decide-records.ts',
    right: 'return isNewest && run.round === participant.round && !isFrozen(participant, context);',
    wrong: 'return isNewest && !isFrozen(participant, context);',
    witness: unit(
      recordsOfRuns,
      'What a worker reports about a run counts for nothing when its round number is another',
    ),
  },
  {
    bug: 'late result attached: of a worker that was given up',
    file: 'shared/application/runs/execute-run.ts',
    right: "  if (!(await ports.leases.renew(run.id, owner, ports.clock.now()))) return 'LEFT';\n",
    wrong: '',
    witness: unit(recoverRun, 'a worker that was only slow changes nothing once its run was put back'),
  },
  {
    bug: 'missing fence: no commit asks',
    file: 'shared/adapters/dynamodb/prepared-commit.ts',
    right: '    ...(commit.fence ? [fenceCheck(table, commit.fence)] : []),\n',
    wrong: '',
    witness: contract(
      'dynamodb-writes.test.ts',
      'on DynamoDB the fence of a certification event shut between reading and writing makes the write stale, for every organization and for ever',
    ),
  },
  {
    bug: 'missing fence: what is done to a participant does not ask',
    file: 'shared/application/participants/plan.ts',
    right: `    fence: {
      certificationEventId: before.certificationEventId,
      organizationId: before.organizationId,
      revision: scene.certificationEvent.state.published.revision,
    },
`,
    wrong: '',
    witness: unit(
      races,
      'A certification event that is closed between the check and the commit takes nothing any more',
    ),
  },
  {
    bug: 'missing fence: a run goes on after the close',
    file: 'shared/application/runs/record-run.ts',
    right: '...(fence && { fence }) });',
    wrong: '});',
    witness: unit(recoverRun, 'a run that was put back does not start while it is closed'),
  },
  {
    bug: 'missing idempotency record: none is asked for',
    file: 'shared/application/handle-command.ts',
    right: 'idempotency: repeat === null ? undefined : { principal, ...repeat, answer },',
    wrong: 'idempotency: undefined,',
    witness: unit(
      'functions/api/events/events.test.ts',
      'a certification event is made once however often the same request comes',
    ),
  },
  {
    bug: 'missing idempotency record: not written with its effect',
    file: 'shared/adapters/dynamodb/transaction.ts',
    right: 'const items = record ? [record, ...writes] : [...writes];',
    wrong: 'const items = [...writes];',
    witness: contract(
      'dynamodb-writes.test.ts',
      'on DynamoDB a repeated request gets the first answer again, whatever it would write',
    ),
  },
  {
    bug: 'double alert: its name does not say its occasion',
    file: 'shared/application/notifications/tell-people.ts',
    right: 'alertId(`alr_${hashed(dedupe, ',
    wrong: 'alertId(`alr_${hashed(dedupe, String(Math.random()), ',
    witness: unit(notifications, 'A publication is told to ana once, here and by one mail that leads there'),
  },
  {
    bug: 'double alert: posted over the one that is there',
    file: 'shared/adapters/dynamodb/journal.ts',
    right: "new PutCommand({ TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),",
    wrong: 'new PutCommand({ TableName: table.name, Item: item }),',
    witness: contract('dynamodb-writes.test.ts', 'on DynamoDB an alert is posted once, and its mail with it'),
  },
];
