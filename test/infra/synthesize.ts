import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { attest } from '../../infra/attest.ts';
import { resourcesIn } from './template.ts';

const work = mkdtempSync(join(tmpdir(), 'attest-infra-'));
const bundle = join(work, 'bundle');
mkdirSync(bundle);
writeFileSync(join(bundle, 'index.mjs'), 'export const handler = async () => undefined;\n');

let made = 0;

/** The deployment an agency gets by those settings; what is inside the functions does not matter here. */
export const synthesize = (
  context: Readonly<Record<string, string>>,
  built: { platform?: string; arch?: string } = {},
) => {
  made += 1;
  const outdir = join(work, String(made));
  const app = new App({ outdir, context: { ...context, 'aws:cdk:disable-asset-staging': true } });
  attest(app, { platform: 'linux', arch: 'x64', ...built, bundleOf: () => bundle });
  const { stacks } = app.synth();
  return {
    resources: resourcesIn(outdir),
    stacks,
    messages: stacks.flatMap(({ messages }) => messages.map(({ entry }) => JSON.stringify(entry.data))),
  };
};
