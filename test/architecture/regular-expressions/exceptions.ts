import type { Verdict } from './judge.ts';

export interface Exception {
  readonly literal: string;
  readonly verdict: Exclude<Verdict, 'SAFE'>;
  /** What bounds the text it reads, or why no text makes it slow. */
  readonly reason: string;
}

const raw = String.raw;

const template = 'Reads our own template or machine definitions, on a developer’s machine.';
const request = 'Reads requests of our own functions to the local services, on a developer’s machine.';
const policy = 'Reads the names of findings about our own template, on a developer’s machine.';

const vulnerable = (literal: string, reason: string): Exception => ({ literal, verdict: 'VULNERABLE', reason });
const unjudged = (literal: string, reason: string): Exception => ({ literal, verdict: 'UNJUDGED', reason });

/** Expressions that are not proven to be safe, and why they may stay. */
export const exceptions: readonly Exception[] = [
  vulnerable(raw`/^[^\s@]+@[^\s@]+\.[^\s@]+$/`, 'Mail addresses of at most 254 characters.'),
  vulnerable(raw`/^'+|'+$/g`, 'Titles of worksheets: codes of rules and names of datasets, of at most 64 characters.'),
  vulnerable(
    raw`/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[[\]{}]/g`,
    'Lines of at most 1 MB that are JSON already: no quote is left open, so that each text is read once.',
  ),
  unjudged(
    raw`/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_][A-Za-z0-9_]*)(?!\$)/g`,
    'Looks ahead. Rules of at most 20,000 bytes: as many opened comments as they hold take 6 ms.',
  ),
  unjudged(
    raw`/(?<![\s;])[\s;]+$/`,
    'Looks behind, so that each gap is tried from its first sign only. Rules of at most 20,000 bytes.',
  ),
  unjudged(
    raw`/(?<=^|[;\t\r\n])([ \u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u3000\ufeff]*)(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/g`,
    'Looks around. Begins behind a separator only, which is none of the signs that it repeats.',
  ),
  ...[
    raw`/\{\{resolve:([^}]*)\}\}/g`,
    raw`/\$\{(!?)([^}]+)\}/g`,
    raw`/\*|\.\.|\?|@|\[[^\]]*:/`,
    raw`/\/functions\/(.+)\/invocations$/`,
  ].map((literal) => vulnerable(literal, template)),
  ...[raw`/(#?\w+)\s*=\s*(:\w+)/g`, raw`/\/index\/.*$/`, raw`/\?.*$/`, raw`/<([^>]+)>/`].map((literal) =>
    vulnerable(literal, request),
  ),
  ...[
    raw`/https:\/\/[a-z0-9]+\.execute-api\.us-east-1\.amazonaws\.com/g`,
    raw`/https:\/\/[a-z0-9.-]+\.s3(\.us-east-1)?\.amazonaws\.com/g`,
  ].map((literal) => unjudged(literal, template)),
  unjudged(raw`/^\["(arn:aws:states:[^"]+)","[0-9a-f-]{36}"\]$/`, 'Tried at its beginning only, and up to one quote.'),
  ...[
    raw`/^(AwsSolutions-(IAM4|IAM5|L1)|NIST\.800\.53\.R5-(IAMNoInlinePolicy|Lambda\w+)|Serverless-Lambda\w+)/`,
    raw`/^AwsSolutions-IAM5\[Resource::.*ExportsOutputFnGetAtt(Data|Reports|Uploads)Bucket\w*Arn\w+\/[a-z-]+\/\*\]$/`,
    raw`/^AwsSolutions-IAM5\[Resource::.*:schedule\/<TimersGroup\w+>\/\*\]$/`,
    raw`/^AwsSolutions-IAM5\[Resource::.*Table\w+Arn\w+\/stream\/\*\]$/`,
  ].map((literal) => unjudged(literal, policy)),
];
