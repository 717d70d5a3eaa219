import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cdnAnswers } from '../edge/cdn-answers.ts';
import { distributionOf } from '../edge/distribution.ts';
import { responseHeaderRules } from '../edge/response-headers.ts';
import { type Answer, send } from '../http/answer.ts';
import type { Resource } from '../runtime.ts';
import { apiDefinition } from './api-definition.ts';
import { createGateway, type GatewayDependencies } from './gateway.ts';
import { gatewayAnswers } from './gateway-answers.ts';

export interface HttpApi {
  /** Answers the request and says true, or leaves it to somebody else: false. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

interface Dependencies extends GatewayDependencies {
  /** All resources of the assembly: the API with its routes, and the CDN that says which paths are the API's. */
  readonly resources: readonly Resource[];
}

/**
 * The template's HTTP API (API Gateway v2) behind its CDN: routes, CORS, JWT authorizer, Lambda proxy integration 2.0 and the answers
 * the gateway gives by itself. Without a CDN in the template every path belongs to the API.
 */
export function createHttpApi(dependencies: Dependencies): HttpApi {
  const api = apiDefinition(dependencies.resources);
  if (!api) return { handle: async () => false };
  const distribution = distributionOf(dependencies.resources);
  const headerRules = responseHeaderRules(dependencies.resources);
  const gateway = createGateway(api, dependencies);
  return {
    async handle(request, response) {
      const behaviour = distribution?.behaviourFor((request.url ?? '/').replace(/\?.*$/s, ''));
      if (behaviour?.origin.kind === 'bucket') return false;
      const requestId = randomUUID();
      const originHeaders = behaviour?.origin.headers ?? {};
      const refused = behaviour && !behaviour.allowedMethods.includes(request.method ?? 'GET');
      const found = refused ? cdnAnswers.methodRefused : await gateway({ request, requestId, originHeaders });
      const headers = headerRules(behaviour?.responseHeadersPolicyId)({
        'apigw-requestid': requestId,
        ...found.headers,
      });
      sendOrFail(response, { ...found, headers });
      return true;
    },
  };
}

/** A function may return a header no HTTP answer can carry; that is its fault, so a 500. */
function sendOrFail(response: ServerResponse, answer: Answer): void {
  try {
    send(response, answer);
  } catch {
    send(response, gatewayAnswers.internalError);
  }
}
