import { join } from 'node:path';
import { resourcesOfType } from '../assembly/assembly.ts';
import type { Doors } from '../assembly/identity.ts';
import { createClock } from '../clock/clock.ts';
import { sendToQueue } from '../engines/queues-and-buckets.ts';
import { createStepFunctions, type StepFunctions } from '../flows/step-functions.ts';
import { type Authorize, createAuthorizer } from '../gateway/authorize.ts';
import { createFaults, type Faults } from '../gateway/faults.ts';
import { createFunctions, type Functions } from '../lambda/functions.ts';
import { type LambdaFunction, lambdaFunctions } from '../lambda/lambda-function.ts';
import type { WarmInstances } from '../lambda/warm-instances.ts';
import { createMail, type MailCapture } from '../mail/mail.ts';
import type { LocalClock } from '../runtime.ts';
import { createScheduler, type Scheduler } from '../schedules/scheduler.ts';
import { createSignIn, type SignIn } from '../sign-in/sign-in.ts';
import type { DataEngines } from './data-engines.ts';

export interface Services {
  readonly clock: LocalClock;
  readonly authorize: Authorize;
  readonly faults: Faults;
  readonly lambdas: readonly LambdaFunction[];
  readonly functions: Functions;
  readonly flows: StepFunctions;
  readonly scheduler: Scheduler;
  readonly signIn: SignIn;
  readonly mail: MailCapture;
}

interface Options {
  readonly engines: DataEngines;
  readonly warm: WarmInstances;
  readonly doors: Doors;
  readonly stateDir: string;
  readonly stateFolder: string;
  readonly log: (line: string) => void;
}

/** The services that run in this process, each with what the template says of it. Nothing is started yet. */
export function createServices({ engines, warm, doors, stateDir, stateFolder, log }: Options): Services {
  const { assembly, fauxqs } = engines;
  const ofType = (type: string) => resourcesOfType(assembly.resources, type);
  const stateFile = (name: string) => join(stateFolder, name);

  const clock = createClock({ file: stateFile('clock') });
  const authorize = createAuthorizer(assembly.resources);
  const lambdas = lambdaFunctions(assembly, doors.gateway);
  const functions = createFunctions({
    functions: lambdas,
    clock,
    warm,
    logFolder: join(stateDir, 'logs'),
    cacheFolder: join(stateDir, 'compile-cache'),
    log,
  });
  const flows = createStepFunctions({
    machines: ofType('AWS::StepFunctions::StateMachine'),
    invoker: functions,
    clock,
    authorize,
    journalFile: stateFile('executions.jsonl'),
    endpoint: doors.gateway,
  });
  const faults = createFaults({ replace: (rules) => flows.abortAfter(rules), list: () => flows.abortRules() });
  const scheduler = createScheduler({
    groups: ofType('AWS::Scheduler::ScheduleGroup'),
    schedules: ofType('AWS::Scheduler::Schedule'),
    invoker: functions,
    startExecution: async (machineArn, input) => void flows.startExecution({ machineArn, input }),
    sendMessage: async (queueArn, message) => sendToQueue(fauxqs.queues, queueArn, message),
    authorize,
    clock,
    file: stateFile('schedules.jsonl'),
    firings: ({ name }) => firings(faults, name),
    log,
  });
  const signIn = createSignIn({
    pools: ofType('AWS::Cognito::UserPool'),
    clients: ofType('AWS::Cognito::UserPoolClient'),
    origin: doors.origin,
    clock,
    usersFile: stateFile('users.json'),
    // Beside the state, which a start without kept data drops: tokens stay good over a restart.
    keyFile: join(stateDir, 'signing-key.json'),
    log,
  });
  return { clock, authorize, faults, lambdas, functions, flows, scheduler, signIn, mail: createMail({ clock }) };
}

function firings(faults: Faults, schedule: string): number {
  const fault = faults.strike({ caller: schedule, service: 'scheduler', operation: 'Fire' });
  return fault?.action === 'lose' ? 0 : fault?.action === 'duplicate' ? 2 : 1;
}
