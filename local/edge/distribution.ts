import * as z from 'zod';
import type { Resource } from '../runtime.ts';
import { wildcard } from './wildcard.ts';

/** One path rule of the CDN: where it leads, which methods it lets through, what is done to request and response. */
export interface Behaviour {
  readonly matches: (path: string) => boolean;
  readonly origin: Origin;
  readonly allowedMethods: readonly string[];
  readonly responseHeadersPolicyId: string | undefined;
  readonly viewerRequestFunctionArn: string | undefined;
}

export interface Origin {
  readonly kind: 'bucket' | 'custom';
  readonly domainName: string;
  /** Headers the CDN adds on the way to the origin, lower case. The API knows by them that nobody went round the CDN. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Distribution {
  readonly defaultRootObject: string | undefined;
  /** The rule a path falls under: the first whose pattern fits, else the default one. */
  behaviourFor(path: string): Behaviour;
}

/**
 * Reads the template's CDN distribution; undefined when there is none.
 * Throws on what is not emulated: several distributions, functions other than on the viewer's request, origin groups.
 */
export function distributionOf(resources: readonly Resource[]): Distribution | undefined {
  const [resource, second] = resources.filter(({ type }) => type === 'AWS::CloudFront::Distribution');
  if (second) throw new Error(`Two CDN distributions in the template, one is emulated: ${second.logicalId}`);
  if (!resource) return undefined;
  const { DistributionConfig: config } = distributionProperties.parse(resource.properties);
  const origins = new Map(config.Origins.map((origin) => [origin.Id, readOrigin(origin)]));
  const behaviours = (config.CacheBehaviors ?? []).map((rule) => readBehaviour(rule, rule.PathPattern, origins));
  const fallback = readBehaviour(config.DefaultCacheBehavior, '*', origins);
  return {
    defaultRootObject: config.DefaultRootObject,
    behaviourFor: (path) => behaviours.find((behaviour) => behaviour.matches(path)) ?? fallback,
  };
}

const behaviourProperties = z.object({
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.object({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .max(1)
    .default([]),
});
const originProperties = z.object({
  Id: z.string(),
  DomainName: z.string(),
  CustomOriginConfig: z.unknown().optional(),
  OriginCustomHeaders: z.array(z.object({ HeaderName: z.string(), HeaderValue: z.string() })).default([]),
});
const distributionProperties = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z.string().optional(),
    Origins: z.array(originProperties),
    DefaultCacheBehavior: behaviourProperties,
    CacheBehaviors: z.array(behaviourProperties.extend({ PathPattern: z.string() })).optional(),
  }),
});

const readOrigin = (origin: z.infer<typeof originProperties>): Origin => ({
  kind: origin.CustomOriginConfig === undefined ? 'bucket' : 'custom',
  domainName: origin.DomainName,
  headers: Object.fromEntries(origin.OriginCustomHeaders.map((one) => [one.HeaderName.toLowerCase(), one.HeaderValue])),
});

function readBehaviour(
  rule: z.infer<typeof behaviourProperties>,
  pattern: string,
  origins: ReadonlyMap<string, Origin>,
): Behaviour {
  const origin = origins.get(rule.TargetOriginId);
  if (!origin)
    throw new Error(`The CDN rule for ${pattern} names an origin that does not exist: ${rule.TargetOriginId}`);
  return {
    matches: patternTest(pattern),
    origin,
    allowedMethods: rule.AllowedMethods,
    responseHeadersPolicyId: rule.ResponseHeadersPolicyId,
    viewerRequestFunctionArn: rule.FunctionAssociations[0]?.FunctionARN,
  };
}

/** The leading slash of a pattern is optional. */
const patternTest = (pattern: string) => wildcard(/^[/*]/.test(pattern) ? pattern : `/${pattern}`);
