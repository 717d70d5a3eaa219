import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { attest } from '../attest.ts';
import { type Finding, findingsIn } from './findings.ts';
import { addPacks, productionContext } from './packs.ts';

/**
 * Synthesizes a production deployment with every pack and answers what they found. Functions are stood in for by an empty
 * one: no pack looks inside. Takes some ten seconds; `spoil` may weaken the deployment first.
 */
export const assess = (spoil: (app: App) => void = () => undefined): readonly Finding[] => {
  const work = mkdtempSync(join(tmpdir(), 'attest-policy-'));
  writeFileSync(join(work, 'index.mjs'), 'export const handler = async () => undefined;\n');
  const outdir = join(work, 'assembly');
  const app = new App({
    outdir,
    context: { ...productionContext, 'aws:cdk:disable-asset-staging': true },
    builtinCloudFormationValidation: true,
  });
  addPacks(app);
  attest(app, { platform: 'linux', arch: 'x64', bundleOf: () => work });
  spoil(app);
  try {
    app.synth();
  } catch (fault) {
    // A synthesis with findings fails after it has written its report; any other failure is one.
    if (!existsSync(join(outdir, 'validation-report.json'))) throw fault;
  }
  return findingsIn(outdir);
};
