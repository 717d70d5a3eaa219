import type { IncomingMessage } from 'node:http';
import type { Answer } from '../http/answer.ts';
import { readBody } from '../http/read-body.ts';
import type { Invoker, LocalClock } from '../runtime.ts';
import type { ApiDefinition, Route } from './api-definition.ts';
import { isPreflight, preflightAnswer, withCors } from './cors.ts';
import { gatewayAnswers } from './gateway-answers.ts';
import { callFunction } from './integration.ts';
import { checkToken, type KeysOf } from './jwt-authorizer.ts';
import { createRouter, type Match } from './router.ts';
import { triggerEvent } from './trigger-event.ts';

export interface GatewayDependencies {
  readonly invoker: Invoker;
  readonly keysOf: KeysOf;
  readonly clock: LocalClock;
  /** Where a fault is told that the caller only sees as a 500. */
  readonly log: (line: string) => void;
}

export interface GatewayRequest {
  readonly request: IncomingMessage;
  readonly requestId: string;
  /** What the CDN adds on the way. */
  readonly originHeaders: Readonly<Record<string, string>>;
}

const bodyLimit = 10 * 1024 * 1024;
const headerLimit = 10_240;

/** The gateway itself: chooses the route, checks the token, calls the function. Never rejects: a fault is logged and answered 500. */
export function createGateway(api: ApiDefinition, dependencies: GatewayDependencies) {
  const route = createRouter(api.routes);
  const { log } = dependencies;

  async function answer(received: GatewayRequest): Promise<Answer> {
    const { request } = received;
    const path = decodedPath(request.url ?? '/');
    if (path === undefined) return gatewayAnswers.badRequest;
    if (request.rawHeaders.join('').length > headerLimit) return gatewayAnswers.headersTooLarge;
    const match = route(request.method ?? 'GET', path);
    // With CORS configured the gateway answers preflights itself, unless the route they fall on wants a token.
    if (api.cors && isPreflight(request) && !match?.route.jwt) return preflightAnswer(api.cors, request.headers.origin);
    const found = match ? await answerMatched({ ...received, path, match }) : gatewayAnswers.notFound;
    return api.cors ? withCors(found, api.cors, request.headers.origin) : found;
  }

  async function answerMatched(matched: GatewayRequest & { path: string; match: Match<Route> }): Promise<Answer> {
    const { request, match } = matched;
    const { jwt: rule, functionArn, timeoutMs, key: routeKey } = match.route;
    const { keysOf, clock, invoker } = dependencies;
    const verdict = rule && (await checkToken(authorizationOf(request), rule, keysOf, clock));
    if (verdict?.outcome === 'unauthorized') return gatewayAnswers.unauthorized;
    if (verdict?.outcome === 'forbidden') return gatewayAnswers.forbidden(rule?.scopes ?? []);
    const body = await readBody(request, bodyLimit);
    if (body === 'too-large') return gatewayAnswers.tooLarge;
    const jwt = verdict && { claims: verdict.claims, scopes: rule.scopes };
    const { pathParameters } = match;
    const event = triggerEvent({ ...matched, apiId: api.apiId, routeKey, pathParameters, body, jwt, now: clock.now() });
    return callFunction({ invoker, functionArn, timeoutMs, log }, event);
  }

  return (received: GatewayRequest): Promise<Answer> =>
    answer(received).catch((fault: unknown) => {
      log(`HTTP API ${received.request.method} ${received.request.url}: ${String(fault)}`);
      return gatewayAnswers.internalError;
    });
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
}

/** All Authorization headers, joined: two of them are no valid token. */
function authorizationOf({ headersDistinct }: IncomingMessage): string | undefined {
  return headersDistinct['authorization']?.join(',');
}
