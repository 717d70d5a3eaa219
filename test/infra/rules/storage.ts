import { firstOf, ofType, rendered, type Resource } from '../template.ts';
import { isBucketByTls } from './resource-policies.ts';
import { type Rule, unless } from './rule.ts';

const table = 'AWS::DynamoDB::Table';
const bucket = 'AWS::S3::Bucket';
const stateful = [table, bucket, 'AWS::KMS::Key', 'AWS::Cognito::UserPool'];

const named = (resources: readonly Resource[], part: string): Resource[] =>
  ofType(resources, bucket).filter(({ id }) => id.startsWith(part));

interface Lifetime {
  readonly Prefix?: string;
  readonly Status: string;
  readonly ExpirationInDays?: number;
  readonly NoncurrentVersionExpiration?: { readonly NoncurrentDays: number };
  readonly AbortIncompleteMultipartUpload?: object;
}

const lifetimes = (one: Resource | undefined): readonly Lifetime[] =>
  one?.Properties.LifecycleConfiguration?.Rules ?? [];

/** The prefixes of a bucket below which some function may do this. */
const reachedBy = (all: readonly Resource[], action: string, part: string): ReadonlySet<string> => {
  const statements: { readonly Action: string | string[]; readonly Resource: unknown }[] = ofType(
    all,
    'AWS::IAM::ManagedPolicy',
  ).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  const reaching = statements.filter(({ Action }) => [Action].flat().includes(action));
  const places = reaching.flatMap((one) => [one.Resource].flat().map(rendered));
  return new Set(
    places.flatMap((place) => {
      const [, bucketId = '', prefix = ''] = /(\w+)Bucket[^/]*\/(.*)\*$/.exec(place) ?? [];
      return bucketId.includes(part) ? [prefix] : [];
    }),
  );
};

const within = (days: number | undefined, most: number): boolean => days !== undefined && days <= most;

const expires = (rules: readonly Lifetime[], prefix: string): boolean =>
  rules.some(
    (rule) =>
      rule.Status === 'Enabled' &&
      prefix.startsWith(rule.Prefix ?? '') &&
      within(rule.ExpirationInDays, 30) &&
      within(rule.NoncurrentVersionExpiration?.NoncurrentDays, 7),
  );

export const storageRules: readonly Rule[] = [
  {
    says: 'what holds state is kept when its stack goes',
    offenders: (all) =>
      unless(
        ofType(all, ...stateful),
        ({ DeletionPolicy, UpdateReplacePolicy }) => DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain',
      ),
    weaken: (all) => delete firstOf(all, bucket).DeletionPolicy,
  },
  {
    says: 'the table can be restored to any second and not be deleted by mistake',
    offenders: (all) =>
      unless(
        ofType(all, table),
        ({ Properties }) =>
          Properties.DeletionProtectionEnabled === true &&
          Properties.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === true,
      ),
    weaken: (all) => {
      firstOf(all, table).Properties.DeletionProtectionEnabled = false;
    },
  },
  {
    says: 'the table is encrypted with the agency’s own key, which turns every year',
    offenders: (all) => [
      ...unless(
        ofType(all, table),
        ({ Properties: { SSESpecification } }) =>
          SSESpecification?.SSEEnabled === true &&
          SSESpecification.SSEType === 'KMS' &&
          rendered(SSESpecification.KMSMasterKeyId).startsWith('<DataKey'),
      ),
      ...unless(ofType(all, 'AWS::KMS::Key'), ({ Properties }) => Properties.EnableKeyRotation === true),
    ],
    weaken: (all) => delete firstOf(all, table).Properties.SSESpecification,
  },
  {
    says: 'no bucket is public, unversioned or reached without TLS 1.2',
    offenders: (all) =>
      unless(ofType(all, bucket), (one) => {
        const { Properties } = one;
        const blocked = Object.values(Properties.PublicAccessBlockConfiguration ?? {});
        return (
          blocked.length === 4 &&
          blocked.every((on) => on === true) &&
          Properties.VersioningConfiguration?.Status === 'Enabled' &&
          Properties.AccessControl === undefined &&
          isBucketByTls(all, one)
        );
      }),
    weaken: (all) => {
      firstOf(all, bucket).Properties.PublicAccessBlockConfiguration.BlockPublicPolicy = false;
    },
  },
  {
    says: 'buckets of student data use the agency’s own key',
    offenders: (all) =>
      unless(
        ['Data', 'Reports', 'Uploads'].flatMap((part) => named(all, part)),
        ({ Properties }) =>
          rendered(
            Properties.BucketEncryption?.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault
              .KMSMasterKeyID,
          ).includes('DataKey'),
      ),
    weaken: (all) => delete named(all, 'Uploads')[0]?.Properties.BucketEncryption,
  },
  {
    says: 'snapshots and the versions they pin are locked, and nothing expires them',
    offenders: (all) =>
      unless(named(all, 'Data'), ({ Properties }) => {
        const removes = Properties.LifecycleConfiguration?.Rules.some(
          (rule: object) => 'ExpirationInDays' in rule || 'NoncurrentVersionExpiration' in rule,
        );
        return (
          Properties.ObjectLockEnabled === true &&
          Properties.ObjectLockConfiguration?.Rule.DefaultRetention.Mode === 'GOVERNANCE' &&
          Properties.ObjectLockConfiguration.Rule.DefaultRetention.Days >= 30 &&
          removes === false
        );
      }),
    weaken: (all) => {
      const [data] = named(all, 'Data');
      data?.Properties.LifecycleConfiguration.Rules.push({ Status: 'Enabled', ExpirationInDays: 30 });
    },
  },
  {
    says: 'whatever functions may write of uploads and reports goes in its time or by the retention rule',
    offenders: (all) =>
      ['Reports', 'Uploads'].flatMap((part) => {
        const prefixes = [...reachedBy(all, 's3:PutObject', part)];
        const expiring = prefixes.filter((prefix) =>
          named(all, part).some(
            (one) => expires(lifetimes(one), prefix) || reachedBy(all, 's3:DeleteObjectVersion', part).has(prefix),
          ),
        );
        return prefixes.length === 0
          ? [`nothing is written into ${part}`]
          : prefixes.filter((one) => !expiring.includes(one));
      }),
    weaken: (all) => named(all, 'Reports')[0]?.Properties.LifecycleConfiguration.Rules.shift(),
  },
  {
    says: 'what a certification rests on ends by the retention rule alone, after the years of the tag; what analysts asked, in a week',
    offenders: (all) => {
      const [reports] = named(all, 'Reports');
      const tags: { readonly Key: string; readonly Value: string }[] = reports?.Properties.Tags ?? [];
      const years = Number.parseInt(tags.find(({ Key }) => Key === 'attest:retention')?.Value ?? '', 10);
      const applied = ofType(all, 'AWS::Lambda::Function').filter(
        ({ Properties }) => Properties.Environment?.Variables?.RETENTION_YEARS === String(years),
      );
      const differing = ofType(all, 'AWS::Lambda::Function').filter(
        ({ Properties }) => Number(Properties.Environment?.Variables?.RETENTION_YEARS ?? years) !== years,
      );
      const daysOf = (prefix: string): number | undefined =>
        lifetimes(reports).find(
          ({ Prefix = '', ExpirationInDays }) => ExpirationInDays !== undefined && prefix.startsWith(Prefix),
        )?.ExpirationInDays;
      return [
        ...(applied.some(({ Properties }) => String(Properties.FunctionName).endsWith('-schedule-retention'))
          ? []
          : ['no function applies the rule']),
        ...differing.map(({ Properties }) => `${String(Properties.FunctionName)} tells other years`),
        ...['runs/', 'snapshots/'].filter((prefix) => daysOf(prefix) !== undefined),
        ...['athena/'].filter((prefix) => !((daysOf(prefix) ?? Number.NaN) <= 7)),
      ];
    },
    weaken: (all) => {
      const [reports] = named(all, 'Reports');
      reports?.Properties.LifecycleConfiguration.Rules.push({
        Status: 'Enabled',
        Prefix: 'runs/',
        ExpirationInDays: 2_562,
      });
    },
  },
  {
    says: 'the parts of an unfinished upload do not stay anywhere',
    offenders: (all) =>
      unless(
        ['Data', 'Reports', 'Uploads'].flatMap((part) => named(all, part)),
        (one) => lifetimes(one).some((rule) => rule.AbortIncompleteMultipartUpload !== undefined),
      ),
    weaken: (all) => delete named(all, 'Uploads')[0]?.Properties.LifecycleConfiguration,
  },
  {
    says: 'who fetched what is logged, for every bucket but the log’s own',
    offenders: (all) =>
      unless(
        ofType(all, bucket),
        ({ id, Properties }) => id.startsWith('AccessLogs') || 'LoggingConfiguration' in Properties,
      ),
    weaken: (all) => delete named(all, 'Data')[0]?.Properties.LoggingConfiguration,
  },
  {
    says: 'files are taken from the agency’s own pages only',
    offenders: (all) =>
      unless(ofType(all, bucket), ({ id, Properties }) => {
        const rules: { AllowedOrigins: unknown[] }[] = Properties.CorsConfiguration?.CorsRules ?? [];
        const origins = rules.flatMap(({ AllowedOrigins }) => AllowedOrigins.map(rendered));
        const exact = origins.every((origin) => origin.startsWith('https://') && !origin.includes('*'));
        return exact && origins.length > 0 === id.startsWith('Uploads');
      }),
    weaken: (all) => {
      const [uploads] = named(all, 'Uploads');
      if (uploads) uploads.Properties.CorsConfiguration.CorsRules[0].AllowedOrigins = ['*'];
    },
  },
];
