import { createContext, Script } from 'node:vm';
import * as z from 'zod';
import type { Answer } from '../http/answer.ts';
import type { Resource } from '../runtime.ts';

/** What the CDN shows to a function on the viewer's request. Header names are lower case. */
export interface ViewerRequest {
  readonly method: string;
  readonly uri: string;
  readonly querystring: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
}

/** Either the request goes on under this uri, or the function answered itself. */
export type ViewerOutcome = { readonly uri: string } | { readonly answer: Answer };

/**
 * The template's CloudFront functions by ARN, run from their own code in a context without Node's globals. Throws on code that does not load
 * and when asked for one that is not in the template; a function that fails rejects, as the CDN answers 503 then.
 */
export function viewerFunctions(
  resources: readonly Resource[],
): (arn: string) => (request: ViewerRequest) => Promise<ViewerOutcome> {
  const functions = new Map(
    resources
      .filter(({ type }) => type === 'AWS::CloudFront::Function')
      .map((resource) => [resource.arn, compile(functionProperties.parse(resource.properties).FunctionCode)]),
  );
  return (arn) => {
    const found = functions.get(arn);
    if (!found) throw new Error(`The CDN names a function that is not in the template: ${arn}`);
    return found;
  };
}

/** Milliseconds; against endless loops only, since the CDN's own limit is on processor time. */
const timeout = 5_000;

const functionProperties = z.object({ FunctionCode: z.string() });
const outcome = z.union([
  z.object({ uri: z.string() }),
  z.object({
    statusCode: z.number().int(),
    headers: z.record(z.string(), z.object({ value: z.string() })).default({}),
    body: z.union([z.string(), z.object({ data: z.string() })]).default(''),
  }),
]);

const call = new Script('handler(JSON.parse(input))');

function compile(code: string): (request: ViewerRequest) => Promise<ViewerOutcome> {
  const scope = createContext({ input: '' });
  new Script(code, { filename: 'viewer-request.js' }).runInContext(scope, { timeout });
  return async (request) => {
    scope.input = JSON.stringify({
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: '127.0.0.1' },
      request: {
        ...request,
        querystring: valuesOf(request.querystring),
        headers: valuesOf(Object.entries(request.headers)),
        cookies: {},
      },
    });
    const result = outcome.parse(await call.runInContext(scope, { timeout }));
    return 'uri' in result ? result : { answer: answerOf(result) };
  };
}

const valuesOf = (entries: Iterable<readonly [string, string]>) =>
  Object.fromEntries([...entries].map(([name, value]) => [name, { value }]));

const answerOf = (result: Extract<z.infer<typeof outcome>, { statusCode: number }>): Answer => ({
  status: result.statusCode,
  headers: Object.fromEntries(Object.entries(result.headers).map(([name, { value }]) => [name.toLowerCase(), value])),
  body: typeof result.body === 'string' ? result.body : result.body.data,
});
