import { firstOf, ofType, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';
import { studentColumns, studentColumnsIn } from './student-columns.ts';

const output = 'Attest::Output';
const secret = 'AWS::SecretsManager::Secret';

/** What a reference of an output is to. */
const namedIn = (all: readonly Resource[], { Properties, stack }: Resource): Resource[] => {
  const text = JSON.stringify(Properties.Value);
  return all.filter((one) => one.stack === stack && text.includes(`"${one.id}"`));
};

export const outputRules: readonly Rule[] = [
  {
    says: 'no stack tells a column about students: what it outputs anybody in the account may read',
    offenders: (all) =>
      unless(
        ofType(all, output),
        ({ id, Properties }) => studentColumnsIn(`${id} ${JSON.stringify(Properties)}`).length === 0,
      ),
    weaken: (all) => {
      firstOf(all, output).Properties.Description = `By ${studentColumns[0] ?? ''}`;
    },
  },
  {
    says: 'no stack tells a secret',
    offenders: (all) =>
      unless(
        ofType(all, output),
        (one) =>
          !/secret|password|credential|token|resolve:|AKIA|PRIVATE KEY/i.test(
            `${one.id} ${JSON.stringify(one.Properties)}`,
          ) && namedIn(all, one).every(({ Type }) => Type !== secret),
      ),
    weaken: (all) => {
      firstOf(all, output).Properties.Value = '{{resolve:secretsmanager:attest-dev-origin-key-1:SecretString:::}}';
    },
  },
  {
    says: 'an output names something of its stack or the agency’s domain, and tells no other value that was written down',
    offenders: (all) => {
      const domains = ofType(all, 'AWS::CloudFront::Distribution').flatMap(
        ({ Properties }) => Properties.DistributionConfig.Aliases ?? [],
      );
      return unless(
        ofType(all, output),
        (one) => namedIn(all, one).length > 0 || domains.some((domain) => one.Properties.Value === `https://${domain}`),
      );
    },
    weaken: (all) => {
      firstOf(all, output).Properties.Value = 'a value';
    },
  },
];
