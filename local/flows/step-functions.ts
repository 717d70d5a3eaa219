import type { AwsService, Invoker, LocalClock, Part, Resource } from '../runtime.ts';
import { createFlowService } from './api/service.ts';
import { readMachine } from './definition/read-machine.ts';
import { type AbortRule, type AbortRules, createAbortRules } from './execution/abort-rules.ts';
import { createTokenDesk } from './execution/token-desk.ts';
import { type ExecutionSummary, summariseExecution } from './execution-summary.ts';
import { createFlowEngine, type FlowEngine, type StartRequest } from './flow-engine.ts';
import { createAwsClients } from './integrations/aws-clients.ts';
import { dynamodbIntegrations } from './integrations/dynamodb.ts';
import { type Authorize, createIntegrate } from './integrations/integrate.ts';
import { lambdaIntegrations } from './integrations/lambda.ts';
import { sqsIntegrations } from './integrations/sqs.ts';
import { statesIntegrations } from './integrations/states.ts';
import { createJournal } from './journal.ts';

export interface StepFunctionsOptions {
  /** The AWS::StepFunctions::StateMachine resources. */
  readonly machines: readonly Resource[];
  readonly invoker: Invoker;
  readonly clock: LocalClock;
  readonly authorize: Authorize;
  /** Where the executions outlive a restart (a copy of it is an image of them); without it they end with the process. */
  readonly journalFile?: string;
  /** The gateway, for tasks that call SQS and DynamoDB. */
  readonly endpoint: string;
}

export interface StepFunctions extends Part {
  /** Service `states` of the gateway. */
  readonly service: AwsService;
  /** Newest first. */
  executions(): readonly ExecutionSummary[];
  /** The API's StartExecution for parts of the runtime itself; throws its refusals. Gives the execution's ARN. */
  startExecution(request: StartRequest): string;
  /** Replaces all fault rules. */
  abortAfter(rules: readonly AbortRule[]): void;
  abortRules(): ReturnType<AbortRules['list']>;
}

/** Standard state machines of the template. Throws with all breaches when a definition leaves the subset that runs here. */
export function createStepFunctions(options: StepFunctionsOptions): StepFunctions {
  const machines = new Map(options.machines.map(readMachine).map((machine) => [machine.arn, machine]));
  const journal = options.journalFile === undefined ? undefined : createJournal(options.journalFile);
  const clients = createAwsClients(options.endpoint);
  const tokens = createTokenDesk();
  const abortRules = createAbortRules();
  const engine: FlowEngine = createFlowEngine(machines, {
    clock: options.clock,
    tokens,
    abortRules,
    integrate: createIntegrate({
      ...lambdaIntegrations(options.invoker, options.authorize),
      ...sqsIntegrations(clients.sqs, options.authorize),
      ...dynamodbIntegrations(clients.dynamodb, options.authorize),
      ...statesIntegrations(() => engine, options.authorize),
    }),
    onChange: (execution, change) => journal?.append(execution, change),
  });
  return {
    name: 'step-functions',
    service: createFlowService(engine, tokens),
    executions: () => engine.all().toReversed().map(summariseExecution),
    startExecution: (request) => engine.start(request).arn,
    abortAfter: (rules) => abortRules.replace(rules),
    abortRules: () => abortRules.list(),
    async start() {
      if (journal) {
        engine.adopt(journal.read());
        journal.rewrite(engine.all());
      }
      engine.resume();
    },
    async stop() {
      await engine.suspend();
      clients.destroy();
    },
  };
}
