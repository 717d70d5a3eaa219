import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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

interface Circumstances {
  readonly platform?: string;
  readonly arch?: string;
  /** Lets CloudFormation's own checks read the templates; takes seconds. */
  readonly validated?: boolean;
  /** Something to spoil before the templates are written. */
  readonly spoil?: (app: App) => void;
}

/** The deployment an agency gets by those settings; what is inside the functions does not matter here. */
export const synthesize = (context: Readonly<Record<string, string>>, circumstances: Circumstances = {}) => {
  const { platform = 'linux', arch = 'x64', validated = false, spoil } = circumstances;
  made += 1;
  const outdir = join(work, String(made));
  const app = new App({
    outdir,
    context: { ...context, 'aws:cdk:disable-asset-staging': true },
    builtinCloudFormationValidation: validated,
  });
  attest(app, { platform, arch, bundleOf: () => bundle });
  spoil?.(app);
  const { stacks } = app.synth();
  return {
    resources: resourcesIn(outdir),
    violations: validated ? violationsIn(outdir) : [],
    stacks,
    messages: stacks.flatMap(({ messages }) => messages.map(({ entry }) => JSON.stringify(entry.data))),
  };
};

const violationsIn = (outdir: string): unknown[] =>
  JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports.flatMap(
    ({ violations }: { violations: unknown }) => violations,
  );
