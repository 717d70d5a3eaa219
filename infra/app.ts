import { App } from 'aws-cdk-lib';
import { attest } from './attest.ts';
import { readBuilt } from './built.ts';

const app = new App();
attest(app, readBuilt(new URL('../dist', import.meta.url).pathname));
app.synth();
