import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { completeStepDoor } from '../../functions/api/certifications/complete-step.ts';
import { startCertificationDoor } from '../../functions/api/certifications/start-certification.ts';
import { submitCertificationDoor } from '../../functions/api/certifications/submit-certification.ts';
import { eventDoors } from '../../functions/api/events/doors.ts';
import type { Caller } from '../../shared/application/caller.ts';
import type { Ports } from '../../shared/application/ports/ports.ts';
import { passGate } from '../../shared/runtime/http/gate.ts';
import type { Json } from '../../test/story/client.ts';
import { jsonAt } from '../../test/story/read.ts';

export interface Asked {
  readonly operationId: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object;
}

const triggerOf = ({ params, query = '', body }: Asked): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: '/',
  rawQueryString: query,
  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), 'if-match': '*' },
  requestContext: {
    accountId: '',
    apiId: '',
    domainName: '',
    domainPrefix: '',
    http: { method: '', path: '', protocol: '', sourceIp: '', userAgent: '' },
    requestId: crypto.randomUUID(),
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  pathParameters: { ...params },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  isBase64Encoded: false,
});

/** Puts a request through the very door that is deployed, in this process. Throws where it is refused. */
export const askDoor = async (ports: Ports, caller: Caller, asked: Asked): Promise<Json> => {
  const doors = [
    ...eventDoors({ ...ports, retentionYears: 7 }),
    startCertificationDoor(ports),
    completeStepDoor(ports),
    submitCertificationDoor(ports),
  ];
  const found = doors.find(({ operation }) => operation.operationId === asked.operationId);
  if (found === undefined) throw new Error(`there is no door ${asked.operationId}`);
  const request = passGate(found.operation, triggerOf(asked), caller);
  const outcome = request.ok ? await found.answer(request.value) : request;
  if (!outcome.ok) throw new Error(`${asked.operationId} was refused: ${JSON.stringify(outcome.failure)}`);
  return jsonAt({ ...outcome.value }, 'body');
};
