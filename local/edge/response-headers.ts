import * as z from 'zod';
import type { Answer } from '../http/answer.ts';
import type { Resource } from '../runtime.ts';

export type HeaderRule = (headers: Answer['headers']) => Answer['headers'];

/**
 * The response headers policies of the template, by id: each adds its security and custom headers to an answer.
 * A header the origin sent itself stays unless the policy overrides it, as on the CDN.
 */
export function responseHeaderRules(resources: readonly Resource[]): (policyId: string | undefined) => HeaderRule {
  const rules = new Map(
    resources
      .filter(({ type }) => type === 'AWS::CloudFront::ResponseHeadersPolicy')
      .map((resource) => [resource.physicalId, ruleOf(policyProperties.parse(resource.properties))]),
  );
  return (policyId) => {
    if (policyId === undefined) return (headers) => headers;
    const rule = rules.get(policyId);
    if (!rule) throw new Error(`The CDN names a response headers policy that is not in the template: ${policyId}`);
    return rule;
  };
}

const override = { Override: z.boolean() };
const policyProperties = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z
      .strictObject({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), ...override }).optional(),
        ContentTypeOptions: z.object(override).optional(),
        FrameOptions: z.object({ FrameOption: z.string(), ...override }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), ...override }).optional(),
        StrictTransportSecurity: z
          .object({
            AccessControlMaxAgeSec: z.number(),
            IncludeSubdomains: z.boolean().default(false),
            Preload: z.boolean().default(false),
            ...override,
          })
          .optional(),
        XSSProtection: z
          .object({ Protection: z.boolean(), ModeBlock: z.boolean().default(false), ...override })
          .optional(),
      })
      .default({}),
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string(), ...override })) })
      .default({ Items: [] }),
    RemoveHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string() })) }).default({ Items: [] }),
  }),
});

interface PolicyHeader {
  readonly name: string;
  readonly value: string;
  readonly override: boolean;
}

function ruleOf({ ResponseHeadersPolicyConfig: config }: z.infer<typeof policyProperties>): HeaderRule {
  const added = [
    ...securityHeaders(config.SecurityHeadersConfig),
    ...config.CustomHeadersConfig.Items.map(customHeader),
  ];
  const removed = new Set(config.RemoveHeadersConfig.Items.map(({ Header }) => Header.toLowerCase()));
  return (headers) => {
    const kept = Object.entries(headers).filter(([name]) => !removed.has(name));
    const result = new Map<string, string | readonly string[]>(kept);
    for (const { name, value, override } of added) if (override || !result.has(name)) result.set(name, value);
    return Object.fromEntries(result);
  };
}

const customHeader = (item: { Header: string; Value: string; Override: boolean }): PolicyHeader => ({
  name: item.Header.toLowerCase(),
  value: item.Value,
  override: item.Override,
});

type SecurityHeaders = z.infer<typeof policyProperties>['ResponseHeadersPolicyConfig']['SecurityHeadersConfig'];

function securityHeaders(config: SecurityHeaders): PolicyHeader[] {
  const found: PolicyHeader[] = [];
  const add = (name: string, value: string, { Override }: { Override: boolean }) =>
    found.push({ name, value, override: Override });
  const {
    ContentSecurityPolicy: csp,
    ContentTypeOptions: type,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
  } = config;
  const { StrictTransportSecurity: hsts, XSSProtection: xss } = config;
  if (csp) add('content-security-policy', csp.ContentSecurityPolicy, csp);
  if (type) add('x-content-type-options', 'nosniff', type);
  if (frame) add('x-frame-options', frame.FrameOption, frame);
  if (referrer) add('referrer-policy', referrer.ReferrerPolicy, referrer);
  if (hsts) add('strict-transport-security', strictTransport(hsts), hsts);
  if (xss) add('x-xss-protection', xss.Protection ? `1${xss.ModeBlock ? '; mode=block' : ''}` : '0', xss);
  return found;
}

const strictTransport = (hsts: NonNullable<SecurityHeaders['StrictTransportSecurity']>): string =>
  [
    `max-age=${hsts.AccessControlMaxAgeSec}`,
    ...(hsts.IncludeSubdomains ? ['includeSubDomains'] : []),
    ...(hsts.Preload ? ['preload'] : []),
  ].join('; ');
