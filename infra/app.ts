import { App } from 'aws-cdk-lib';
import { attest } from './attest.ts';
import { readBuilt } from './built.ts';

// A stack's exports are kept as long as another stack uses them.
const app = new App({ context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
attest(app, readBuilt(new URL('../dist', import.meta.url).pathname));
app.synth();
