import type { AwsService } from '../../../local/runtime.ts';
import { answerMail, answerQueue, answerSignIn, type SentMail } from '../aws/messages.ts';
import type { SimulatedObjects } from '../aws/objects.ts';
import { Refusal } from '../aws/refusal.ts';
import type { SimulatedTable } from '../aws/table.ts';
import { askTable } from '../aws/table-service.ts';
import { answered, jsonAnswer, refusalAnswer, targetOf, type WireAnswer, type WireCall } from '../aws/wire.ts';
import type { ServiceName } from './clients.ts';

/** Everything behind the wire. */
export interface Services {
  readonly table: SimulatedTable;
  readonly objects: SimulatedObjects;
  readonly accounts: Map<string, boolean>;
  readonly mails: SentMail[];
  readonly now: () => number;
  readonly send: (queue: string, body: string) => string;
  readonly flows: AwsService;
  readonly schedules: AwsService;
}

const throughService = (serve: AwsService, call: WireCall, service: string): Promise<WireAnswer> => {
  const query = new URLSearchParams(call.query).toString();
  return serve({
    service,
    method: call.method,
    path: query === '' ? call.path : `${call.path}?${query}`,
    headers: call.headers,
    body: call.body,
    caller: undefined,
  });
};

export const operationOf = (service: ServiceName, call: WireCall): string => {
  const target = targetOf(call);
  return target === '' ? `${call.method} ${service}` : target;
};

/** What a service does with a call, faults apart. */
export const serve = async (services: Services, service: ServiceName, call: WireCall): Promise<WireAnswer> => {
  switch (service) {
    case 'table':
      return answered(() => jsonAnswer(askTable(services.table, services.now(), targetOf(call), call.body.toString())));
    case 'objects':
      return services.objects.answer(call);
    case 'queues':
      return answered(() => answerQueue(call, services.send));
    case 'flows':
      return throughService(services.flows, call, 'states');
    case 'schedules':
      return throughService(services.schedules, call, 'scheduler');
    case 'mail':
      return answerMail(call, (mail) => services.mails.push(mail));
    case 'sign-in':
      return answered(() => answerSignIn(call, services.accounts));
  }
};

const throttleNames: Readonly<Record<ServiceName, string>> = {
  table: 'ThrottlingException',
  objects: 'SlowDown',
  queues: 'ThrottlingException',
  flows: 'ThrottlingException',
  schedules: 'ThrottlingException',
  mail: 'TooManyRequestsException',
  'sign-in': 'TooManyRequestsException',
};

export const throttled = (service: ServiceName): WireAnswer => {
  const name = throttleNames[service];
  return service === 'objects'
    ? { status: 503, headers: { 'content-type': 'application/xml' }, body: `<Error><Code>${name}</Code></Error>` }
    : refusalAnswer(new Refusal(name, 429));
};

/** As much of a call as came before its connection broke. */
export const halfOf = (call: WireCall): WireCall => ({ ...call, body: call.body.subarray(0, call.body.length / 2) });

/** Another transaction holds one of the items. */
export const conflicted = (call: WireCall): WireAnswer => {
  const { TransactItems } = JSON.parse(call.body.toString());
  const CancellationReasons = TransactItems.map((_write: unknown, index: number) => ({
    Code: index === TransactItems.length - 1 ? 'TransactionConflict' : 'None',
  }));
  return refusalAnswer(new Refusal('TransactionCanceledException', 400, { CancellationReasons }));
};
