import type { RunWorld } from '../play/run.ts';
import type { TransactRequest, TransactWrite } from '../aws/table.ts';
import { keyIn } from '../aws/table.ts';
import { textAt } from '../aws/values.ts';
import { jsonAnswer, targetOf, type WireAnswer, type WireCall } from '../aws/wire.ts';
import type { FaultRates } from '../world/faults.ts';
import type { ServiceName } from '../world/clients.ts';
import {
  changeTheFirst,
  acceptAgain,
  storeRowsAfterwards,
  takeInEverything,
  takeUpEveryNotice,
  writeOtherwise,
} from './deliveries.ts';
import { attachLateResults } from './late-result.ts';

/* Faults of the product as it might have been written, planted where it meets the services: the tests' own test. */

type Proceed = (call: WireCall) => Promise<WireAnswer>;
type OnTransaction = (
  request: TransactRequest,
  proceed: (changed: TransactRequest) => Promise<WireAnswer>,
) => Promise<WireAnswer>;

const onTransactions =
  (change: OnTransaction) =>
  async (service: ServiceName, call: WireCall, proceed: Proceed): Promise<WireAnswer> => {
    if (service !== 'table' || targetOf(call) !== 'TransactWriteItems') return proceed(call);
    const request: TransactRequest = JSON.parse(call.body.toString());
    return change(request, (changed) => proceed({ ...call, body: Buffer.from(JSON.stringify(changed)) }));
  };

const partitionOf = (write: TransactWrite): string => textAt(keyIn(write), 'pk') ?? '';

const without =
  (isLeftOut: (write: TransactWrite) => boolean): OnTransaction =>
  async (request, proceed) => {
    const TransactItems = request.TransactItems.filter((write) => !isLeftOut(write));
    return TransactItems.length === 0 ? jsonAnswer({}) : proceed({ ...request, TransactItems });
  };

const isAudit = (write: TransactWrite): boolean => /#AUDIT$|^AUDIT#/.test(partitionOf(write));

/** The state first; of the second write some is lost on the way. */
const auditAfterwards = (): OnTransaction => {
  let commits = 0;
  return async (request, proceed) => {
    const entries = request.TransactItems.filter(isAudit);
    const state = request.TransactItems.filter((write) => !isAudit(write));
    const answer = await proceed({ ...request, TransactItems: state });
    commits += 1;
    if (entries.length > 0 && answer.status === 200 && commits % 25 !== 0) await proceed({ TransactItems: entries });
    return answer;
  };
};

/** Whoever is told twice reads it twice: an alert's name no longer says its occasion. */
const alertsByNumber = () => {
  let alerts = 0;
  return async (service: ServiceName, call: WireCall, proceed: Proceed): Promise<WireAnswer> => {
    const text = call.body.toString();
    const [, id] = /"sk":\{"S":"ALERT#(alr_[0-9a-f]+)"/.exec(text) ?? [];
    if (service !== 'table' || id === undefined || !/PutItem|TransactWriteItems/.test(targetOf(call)))
      return proceed(call);
    alerts += 1;
    return proceed({ ...call, body: Buffer.from(text.replaceAll(id, `alr_${String(alerts).padStart(32, '0')}`)) });
  };
};

/** Some objects are acknowledged and not stored. */
const objectsAcknowledgedEarly = () => {
  let writes = 0;
  return async (service: ServiceName, call: WireCall, proceed: Proceed): Promise<WireAnswer> => {
    if (service !== 'objects' || call.method !== 'PUT') return proceed(call);
    writes += 1;
    return writes % 5 === 0 ? { status: 200, body: '' } : proceed(call);
  };
};

/** A table that has forgotten what conditions are. */
export const unconditionalTable = onTransactions((request, proceed) =>
  proceed({
    ...request,
    TransactItems: request.TransactItems.map((write) => ('Put' in write ? { Put: { Item: write.Put.Item } } : write)),
  }),
);

const dyingOften = (rates: FaultRates): FaultRates => ({ ...rates, killBefore: 0.05 });

export interface Planted {
  readonly world: () => RunWorld;
  /** What has to be found of it; anything else would be found by luck. */
  readonly shows: RegExp;
}

/** By what was done wrong. */
export const plants: Readonly<Record<string, Planted>> = {
  // Two who write one version: its entry is there twice, or both tell of what each of them did.
  'an unconditional write': { world: () => ({ plant: unconditionalTable }), shows: /audit entries$|told twice/ },
  'an audit entry in a second write': {
    world: () => ({ plant: onTransactions(auditAfterwards()) }),
    shows: /^invariant 21: .* audit entries$/,
  },
  'an acknowledgement before the object is durable': {
    world: () => ({ plant: objectsAcknowledgedEarly() }),
    shows: /^invariant 16: .* is missing$/,
  },
  'a late result that is attached': {
    world: () => ({ prepare: attachLateResults }),
    shows: /^invariant 17: .* SUPERSEDED$/,
  },
  'a missing fence': {
    world: () => ({
      plant: onTransactions(without((write) => 'ConditionCheck' in write && partitionOf(write).includes('#FENCE#'))),
    }),
    shows: /was written after the close$/,
  },
  'a missing idempotency record': {
    world: () => ({ plant: onTransactions(without((write) => partitionOf(write).startsWith('IDEM#'))) }),
    shows: /told a success that nobody kept$/,
  },
  'a version before its rows are stored': {
    // It shows only where a worker dies between the two.
    world: () => ({ profile: 'deliveries', prepare: storeRowsAfterwards, rates: dyingOften }),
    shows: /^invariant 16: .*lanes.* is missing$/,
  },
  'a notification that is taken up as often as it comes': {
    world: () => ({ profile: 'deliveries', prepare: takeUpEveryNotice }),
    shows: /dropped \d+ times, taken up \d+ times$/,
  },
  'a check that accepts what was accepted': {
    world: () => ({ profile: 'deliveries', prepare: acceptAgain }),
    shows: /it ended more than once$/,
  },
  'a malformed file that is taken in all the same': {
    world: () => ({ profile: 'deliveries', prepare: takeInEverything }),
    shows: /a malformed file became a version$/,
  },
  'the same rows written otherwise each time': {
    world: () => ({ profile: 'deliveries', prepare: writeOtherwise }),
    shows: /the rows .* are two versions$/,
  },
  'changes made to whatever there was': {
    world: () => ({ profile: 'deliveries', prepare: changeTheFirst }),
    shows: /where \[.*\] was delivered$|not what it brought$/,
  },
  'a double alert': { world: () => ({ plant: alertsByNumber() }), shows: /^invariant 26: .*told twice/ },
};
