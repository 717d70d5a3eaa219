import { readFileSync } from 'node:fs';
import { firstOf, ofType, rendered } from '../template.ts';
import { type Rule, unless } from './rule.ts';

const machine = 'AWS::StepFunctions::StateMachine';
const schedule = 'AWS::Scheduler::Schedule';

const asWritten = (name: unknown): string =>
  readFileSync(`statemachines/${String(name).replace(/^attest-[a-z0-9]+-/, '')}.asl.json`, 'utf8');

const calledEvery: Readonly<Record<string, RegExp>> = {
  'rate(5 minutes)': /^<schedulesweepFunction/,
  'rate(60 minutes)': /^<schedule(seal|compact)Function/,
  'rate(1440 minutes)': /^<schedule(clean|retention)Function/,
};

export const flowRules: readonly Rule[] = [
  {
    says: 'a workflow is deployed as it is written, and calls the one function of its tasks',
    offenders: (all) =>
      unless(ofType(all, machine), ({ Properties }) => {
        const { DefinitionString, DefinitionSubstitutions, StateMachineName } = Properties;
        const tasks = String(StateMachineName).replace(/^attest-[a-z0-9]+-/, 'flow');
        return (
          DefinitionString === asWritten(StateMachineName) &&
          rendered(DefinitionSubstitutions.TaskFunction).startsWith(`<${tasks}Function`)
        );
      }),
    weaken: (all) => {
      firstOf(all, machine).Properties.DefinitionString = '{}';
    },
  },
  {
    says: 'a workflow’s log names its states and never holds what they carried',
    offenders: (all) =>
      unless(
        ofType(all, machine),
        ({ Properties }) =>
          Properties.LoggingConfiguration?.IncludeExecutionData === false &&
          Properties.LoggingConfiguration.Level === 'ALL' &&
          Properties.TracingConfiguration?.Enabled === true,
      ),
    weaken: (all) => {
      firstOf(all, machine).Properties.LoggingConfiguration.IncludeExecutionData = true;
    },
  },
  {
    says: 'a workflow that fails rings',
    offenders: (all) =>
      unless(ofType(all, machine), ({ id }) =>
        ofType(all, 'AWS::CloudWatch::Alarm').some(
          ({ Properties }) =>
            Properties.MetricName === 'ExecutionsFailed' && JSON.stringify(Properties.Dimensions).includes(`"${id}"`),
        ),
      ),
    weaken: (all) => {
      for (const { Properties } of ofType(all, 'AWS::CloudWatch::Alarm')) Properties.MetricName = 'Other';
    },
  },
  {
    says: 'the sweeper runs every five minutes, chains are sealed every hour and versions and what was closed years ago cleaned every day; a call that fails is laid aside, and silence rings',
    offenders: (all) => [
      ...unless(
        ofType(all, schedule),
        ({ Properties }) =>
          calledEvery[Properties.ScheduleExpression]?.test(rendered(Properties.Target.Arn)) === true &&
          Properties.State !== 'DISABLED' &&
          Properties.Target.DeadLetterConfig !== undefined &&
          Properties.Target.RetryPolicy.MaximumEventAgeInSeconds < 3_600,
      ),
      ...unless(
        ofType(all, schedule).filter(({ Properties }) => Properties.ScheduleExpression === 'rate(5 minutes)'),
        ({ Properties }) => Properties.Target.RetryPolicy.MaximumEventAgeInSeconds < 300,
      ),
      ...(ofType(all, 'AWS::CloudWatch::Alarm').some(
        ({ Properties }) => Properties.MetricName === 'Invocations' && Properties.TreatMissingData === 'breaching',
      )
        ? []
        : ['silence']),
    ],
    weaken: (all) => delete firstOf(all, schedule).Properties.Target.DeadLetterConfig,
  },
];
