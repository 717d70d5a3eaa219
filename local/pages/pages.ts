import type { IncomingMessage, ServerResponse } from 'node:http';
import { cdnAnswers } from '../edge/cdn-answers.ts';
import { type Behaviour, distributionOf } from '../edge/distribution.ts';
import { responseHeaderRules } from '../edge/response-headers.ts';
import { viewerFunctions } from '../edge/viewer-function.ts';
import { type Answer, send } from '../http/answer.ts';
import type { Resource } from '../runtime.ts';
import { type BucketContent, bucketContents, type Sources, type StoredObject } from './bucket-content.ts';

export interface Pages {
  /** Answers the request and says true; a path the CDN leads elsewhere, or any path without a CDN, is left alone. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
}

interface Dependencies extends Sources {
  /** All resources of the assembly. */
  readonly resources: readonly Resource[];
  readonly log: (line: string) => void;
}

/**
 * The hosted pages as the CDN serves them: the bucket's content from the deployments of the template, after the function on the
 * viewer's request, with the headers of the response headers policy. One difference: a missing object is 404, where S3 behind the CDN
 * says 403 unless it may list the bucket. All content is read at the start.
 */
export function createPages({ resources, log, ...sources }: Dependencies): Pages {
  const distribution = distributionOf(resources);
  if (!distribution) return { handle: () => false };
  const { defaultRootObject = '' } = distribution;
  const headerRules = responseHeaderRules(resources);
  const functions = viewerFunctions(resources);
  const contents = bucketContents(resources, sources);

  async function answer(request: IncomingMessage, behaviour: Behaviour, url: URL): Promise<Answer> {
    if (!behaviour.allowedMethods.includes(request.method ?? 'GET')) return cdnAnswers.methodRefused;
    const outcome = await rewritten(request, behaviour, url);
    if ('answer' in outcome) return outcome.answer;
    const [bucketName = ''] = behaviour.origin.domainName.split('.s3.');
    return objectAnswer(request, find(contents.get(bucketName), outcome.uri, defaultRootObject));
  }

  async function rewritten(request: IncomingMessage, behaviour: Behaviour, url: URL) {
    if (behaviour.viewerRequestFunctionArn === undefined) return { uri: url.pathname };
    const headers = Object.entries(request.headersDistinct).map(
      ([name, values]) => [name, values?.join(',') ?? ''] as const,
    );
    return functions(behaviour.viewerRequestFunctionArn)({
      method: request.method ?? 'GET',
      uri: url.pathname,
      querystring: url.searchParams,
      headers: Object.fromEntries(headers),
    });
  }

  return {
    handle(request, response) {
      const url = parsedUrl(request);
      const behaviour = distribution.behaviourFor(url?.pathname ?? '/');
      if (behaviour.origin.kind !== 'bucket') return false;
      const found = url ? answer(request, behaviour, url) : Promise.resolve(cdnAnswers.badRequest);
      void found
        .catch((fault: unknown) => {
          log(`Pages ${request.url}: ${String(fault)}`);
          return cdnAnswers.functionFailed;
        })
        .then((one) =>
          send(response, { ...one, headers: headerRules(behaviour.responseHeadersPolicyId)(one.headers) }),
        );
      return true;
    },
  };
}

/** Dot segments, plain or encoded, are resolved here and cannot lead above the root. */
function parsedUrl({ url }: IncomingMessage): URL | undefined {
  return URL.parse(`http://cdn${url?.startsWith('/') ? url : '/'}`) ?? undefined;
}

function find(content: BucketContent | undefined, uri: string, defaultRootObject: string): StoredObject | undefined {
  try {
    return content?.get(uri === '/' ? defaultRootObject : decodeURIComponent(uri.slice(1)));
  } catch {
    return undefined;
  }
}

function objectAnswer({ headers }: IncomingMessage, object: StoredObject | undefined): Answer {
  if (!object) return cdnAnswers.notFound;
  const { etag } = object;
  const known = headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  const fresh = known?.includes(etag) || known?.includes('*');
  return { status: fresh ? 304 : 200, headers: { ...object.headers, etag }, body: fresh ? '' : object.body };
}
