import { functionNames } from '../../../infra/functions.ts';
import { firstOf, ofType, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';

const type = 'AWS::Lambda::Function';

/** Ours: the provider that CDK brings for copying the pages is python and not ours. */
const functions = (all: readonly Resource[]): Resource[] =>
  ofType(all, type).filter(({ Properties }) => Properties.FunctionName !== undefined);

const nameOf = ({ Properties }: Resource): string => String(Properties.FunctionName).replace(/^attest-[a-z0-9]+-/, '');

const logGroups = (all: readonly Resource[]): Resource[] => ofType(all, 'AWS::Logs::LogGroup');

/** What no name or address looks like: the tokens that services give out. */
const opaque = /[A-Za-z0-9+/=_]{32,}|\b(gh[a-z]_|xox[a-z]-|eyJ|sk_)/;

const unreserved = 500;

/** Seconds. */
const longest = (name: string): number => {
  if (name.startsWith('api-')) return 29;
  if (['schedule-retention', 'schedule-compact'].includes(name)) return 900;
  return ['schedule-seal', 'schedule-clean'].includes(name) ? 600 : 240;
};

const onFiles = /^(worker-(run-validation|ingest-upload)(-large)?|flow-snapshot|api-validation|schedule-compact)$/;

export const functionRules: readonly Rule[] = [
  {
    says: 'every function of the list is deployed, and no other',
    offenders: (all) => {
      const deployed = functions(all).map(nameOf);
      return [
        ...functionNames.filter((name) => !deployed.includes(name)),
        ...deployed.filter((name) => !functionNames.some((known) => known === name)),
      ];
    },
    weaken: (all) => {
      firstOf(functions(all), type).Properties.FunctionName = 'attest-dev-another';
    },
  },
  {
    says: 'whoever works on whole files has a disk for them',
    offenders: (all) =>
      unless(
        functions(all).filter((one) => onFiles.test(nameOf(one))),
        ({ Properties }) => Properties.EphemeralStorage?.Size === 10_240,
      ),
    weaken: (all) => {
      for (const { Properties } of functions(all)) delete Properties.EphemeralStorage;
    },
  },
  {
    says: 'functions run on Node 24, are traced, and log as JSON to a group of their own name',
    offenders: (all) =>
      unless(functions(all), (one) => {
        const group = logGroups(all).find(({ id }) => id === one.Properties.LoggingConfig?.LogGroup?.Ref);
        return (
          one.Properties.Runtime === 'nodejs24.x' &&
          one.Properties.TracingConfig?.Mode === 'Active' &&
          one.Properties.LoggingConfig.LogFormat === 'JSON' &&
          String(group?.Properties.LogGroupName).endsWith(`/${nameOf(one)}`)
        );
      }),
    weaken: (all) => {
      firstOf(functions(all), type).Properties.Runtime = 'nodejs18.x';
    },
  },
  {
    says: 'logs are kept for a year, ours under the agency’s own key',
    offenders: (all) =>
      unless(
        logGroups(all),
        ({ Properties }) =>
          Properties.RetentionInDays >= 365 &&
          (Properties.LogGroupName === undefined ||
            // The firewall's log stands in us-east-1, where the agency's key is not.
            String(Properties.LogGroupName).startsWith('aws-waf-logs-') ||
            Properties.KmsKeyId !== undefined),
      ),
    weaken: (all) => delete firstOf(all, 'AWS::Logs::LogGroup').Properties.RetentionInDays,
  },
  {
    says: 'environments are encrypted and hold nothing that looks like a secret',
    offenders: (all) =>
      unless(functions(all), ({ Properties }) => {
        // A reference names a secret; it does not hold it.
        const variables = JSON.stringify(Properties.Environment?.Variables ?? {}).replaceAll(
          /\{\{resolve:[^}]*\}\}/g,
          '',
        );
        const literals = Object.values(JSON.parse(variables)).filter((value) => typeof value === 'string');
        return (
          Properties.KmsKeyArn !== undefined &&
          !/secret|password|private|AKIA|ASIA/i.test(variables) &&
          !literals.some((value) => opaque.test(value))
        );
      }),
    weaken: (all) => {
      firstOf(functions(all), type).Properties.Environment.Variables.API_SECRET = 'x';
    },
  },
  {
    says: 'every function has its share of instances, all together leave half an account',
    offenders: (all) => {
      const shares = functions(all).map(({ Properties }) => Number(Properties.ReservedConcurrentExecutions));
      const sum = shares.reduce((total, share) => total + share, 0);
      return sum <= unreserved ? [] : [`${sum} reserved`];
    },
    weaken: (all) => delete firstOf(functions(all), type).Properties.ReservedConcurrentExecutions,
  },
  {
    says: 'a function that fails rings',
    offenders: (all) =>
      unless(functions(all), ({ id }) =>
        ofType(all, 'AWS::CloudWatch::Alarm').some(
          ({ Properties }) =>
            Properties.MetricName === 'Errors' && JSON.stringify(Properties.Dimensions).includes(`"${id}"`),
        ),
      ),
    weaken: (all) => {
      for (const one of ofType(all, 'AWS::CloudWatch::Alarm')) one.Properties.MetricName = 'Other';
    },
  },
  {
    says: 'every function says for which processor it was built, all for the same one',
    offenders: (all) => {
      const [built] = functions(all);
      return unless(
        functions(all),
        ({ Properties: { Architectures } }) =>
          ['arm64', 'x86_64'].includes(Architectures?.join()) &&
          Architectures.join() === built?.Properties.Architectures?.join(),
      );
    },
    weaken: (all) => delete firstOf(functions(all), type).Properties.Architectures,
  },
  {
    says: 'a request is over before the gateway gives up, a run within its lease and queue, a sealing before the next',
    offenders: (all) => unless(functions(all), (one) => one.Properties.Timeout <= longest(nameOf(one))),
    weaken: (all) => {
      firstOf(functions(all), type).Properties.Timeout = 900;
    },
  },
];
