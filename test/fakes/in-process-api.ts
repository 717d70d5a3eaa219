import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { certificationDoors } from '../../functions/api/certifications/doors.ts';
import { datasetDoors } from '../../functions/api/datasets/doors.ts';
import { directoryDoors } from '../../functions/api/directory/doors.ts';
import { eventDoors } from '../../functions/api/events/doors.ts';
import { reportDoors } from '../../functions/api/reports/doors.ts';
import { validationDoors } from '../../functions/api/validation/doors.ts';
import type { ValidationPorts } from '../../functions/api/validation/validation-ports.ts';
import { operations } from '../../shared/contracts/operations.ts';
import { printer } from '../../shared/engine/report/print/printer.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { apiHandler } from '../../shared/runtime/http/api-handler.ts';
import { findCaller } from '../../shared/runtime/http/find-caller.ts';
import { unknownRoute } from '../../shared/runtime/http/unknown-route.ts';
import { expectDeclared } from './declared.ts';
import { routeOf } from './routes.ts';
import { tokenOf, tokensHere, trustedHere } from './tokens.ts';

export interface Asked {
  readonly body?: unknown;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // A test reads a reply by the path it is about.
  readonly body: ReturnType<typeof JSON.parse>;
}

export const allDoors = (ports: ValidationPorts) => [
  ...directoryDoors(ports),
  ...eventDoors({ ...ports, retentionYears: 7 }),
  ...certificationDoors(ports),
  ...validationDoors(ports),
  ...datasetDoors(ports),
  ...reportDoors({ ...ports, printer: printer() }),
];

/** What the gateway hands to the function for a request of this person. */
export const triggerOf = (
  user: string,
  method: string,
  path: string,
  { body, query = '', headers = {}, key }: Asked = {},
  requestId = `req-${method}-${path}`,
): APIGatewayProxyEventV2WithJWTAuthorizer => {
  const route = routeOf(method, path);
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' };
  return {
    version: '2.0',
    routeKey: route?.key ?? '$default',
    rawPath: path,
    rawQueryString: query,
    pathParameters: route?.parameters ?? {},
    headers: {
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      authorization: `Bearer ${tokenOf(user)}`,
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
    isBase64Encoded: false,
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http,
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      authorizer: { principalId: user, integrationLatency: 0, jwt: { claims: {}, scopes: [] } },
    },
  };
};

/** What Lambda tells a function of its surroundings; no door reads it. */
export const context: Context = JSON.parse('{"awsRequestId": "test"}');

/** All doors behind one handler, asked as the gateway asks them: no socket, no gateway, everything else as deployed. */
export const inProcessApi = (ports: ValidationPorts) => {
  // What is logged is nobody's concern in a test that asks for answers.
  logger.setLogLevel('SILENT');
  const handler = apiHandler(
    allDoors(ports),
    findCaller({ ...ports, tokens: tokensHere }, trustedHere),
    unknownRoute(operations),
  );
  let asked = 0;
  return async (user: string, method: string, path: string, request: Asked = {}): Promise<Answered> => {
    asked += 1;
    const key = method === 'POST' ? { key: `key-${asked}`, ...request } : request;
    const trigger = triggerOf(user, method, path, key, `req-${key.key ?? asked}`);
    const answer = await handler(trigger, context);
    const { statusCode = 0, headers = {}, body, isBase64Encoded = false } = answer;
    // A file is no JSON: what it is, its own tests say.
    if (isBase64Encoded) return { status: statusCode, headers, body: Buffer.from(body ?? '', 'base64') };
    const answered = { status: statusCode, headers, body: body === undefined ? undefined : JSON.parse(body) };
    expectDeclared(trigger.routeKey, answered);
    return answered;
  };
};
