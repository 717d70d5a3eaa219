import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { operations } from '../../shared/contracts/operations.ts';
import { ApiDoors } from '../constructs/api-doors.ts';
import { Dashboard } from '../constructs/dashboard.ts';
import type { House } from '../constructs/door.ts';
import { Flow } from '../constructs/flow.ts';
import { HostedFiles } from '../constructs/hosted-files.ts';
import { machineNames } from '../constructs/naming.ts';
import { SignIn } from '../constructs/sign-in.ts';
import { watchThrottles } from '../constructs/throttles.ts';
import { apiDoors } from '../doors/api.ts';
import { flowDoors } from '../doors/flows.ts';
import { outboxDoors } from '../doors/outbox.ts';
import type { Surroundings } from '../doors/surroundings.ts';
import { workerDoors } from '../doors/workers.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data.ts';
import type { WebStack } from './web.ts';

export interface AppStackProps extends StackProps {
  readonly settings: Settings;
  readonly house: House;
  readonly data: DataStack;
  readonly web: WebStack;
}

/** Everything that runs: the doors with their declared uses, what leads to them, and the pages' files. */
export class AppStack extends Stack {
  constructor(scope: Construct, id: string, { settings, house, data, web, ...props }: AppStackProps) {
    super(scope, id, props);
    const { ownIssuer, apiScope } = settings;
    const signIn = ownIssuer ? undefined : new SignIn(this, 'SignIn', { settings, origin: web.pages.origin });
    const issuer = signIn?.issuer ?? { url: ownIssuer?.url ?? '', clientId: ownIssuer?.clientId ?? '', apiScope };
    const { pages, uploads } = web;
    const around: Surroundings = { house, settings, data, origin: pages.origin, uploads, issuer, signIn };

    new ApiDoors(this, 'Api', { house, apiId: web.api.ref, issuer, operations, doors: apiDoors(this, around) });
    const tasks = flowDoors(this, around);
    for (const machine of machineNames) new Flow(this, `Flow-${machine}`, { house, machine, tasks: tasks[machine] });
    workerDoors(this, around);
    outboxDoors(this, around);
    watchThrottles(this);
    new Dashboard(this, 'Dashboard', { stage: settings.stage });
    new HostedFiles(this, 'HostedFiles', {
      bucket: web.pagesBucket,
      distribution: web.pages.distribution,
      issuer,
    });
  }
}
