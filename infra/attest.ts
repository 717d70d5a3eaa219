import { Annotations, type App, Aspects, Tags } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { Built } from './built.ts';
import { readSettings, type Settings } from './settings.ts';
import { AppStack } from './stacks/app.ts';
import { DataStack } from './stacks/data.ts';
import { FirewallStack } from './stacks/firewall.ts';
import { WatchStack } from './stacks/watch.ts';
import { WebStack } from './stacks/web.ts';

/** Makes the stacks of one deployment from its settings and from the functions as they were built. */
export const attest = (app: App, built: Built): void => {
  // A stack's exports are kept as long as another stack uses them.
  app.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'strong');
  const settings = readSettings(app.node);
  const { stage, production, reserveConcurrency } = settings;
  const common = { settings, terminationProtection: production };
  if (production) new FirewallStack(app, `Attest-${stage}-Firewall`, common);

  const data = new DataStack(app, `Attest-${stage}-Data`, common);
  const web = new WebStack(app, `Attest-${stage}-Web`, { ...common, data });
  const architecture = built.arch === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64;
  const key = data.key.key;
  const house = { stage, production, key, architecture, reserveConcurrency, bundleOf: built.bundleOf };
  const doors = new AppStack(app, `Attest-${stage}-App`, { ...common, data, web, house });

  if (production) new WatchStack(app, `Attest-${stage}-Watch`, { ...common, data, web });
  if (production && !settings.webAclArn)
    Annotations.of(web).addError(`Deploy Attest-${stage}-Firewall first and give its output: -c webAclArn=...`);
  if (built.platform !== 'linux')
    Annotations.of(doors).addWarningV2('attest:platform', `Built for ${built.platform}: it runs here, not on Lambda.`);

  Tags.of(app).add('attest:stage', stage);
  Tags.of(app).add('attest:data-class', 'student-records');
  Tags.of(app).add('attest:owner', settings.owner);
  Tags.of(app).add('attest:retention', `${settings.retentionYears}-years`);
  Aspects.of(app).add({ visit: tellTheTopic(settings) });
};

/** Every alarm tells the agency's topic, so that none is made that nobody hears. */
const tellTheTopic =
  ({ alarmTopicArn }: Settings) =>
  (node: IConstruct): void => {
    if (alarmTopicArn && node instanceof CfnAlarm) node.alarmActions = [alarmTopicArn];
  };
