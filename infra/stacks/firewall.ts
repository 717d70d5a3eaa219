import { ArnFormat, CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { physicalName } from '../constructs/naming.ts';
import type { Settings } from '../settings.ts';

const visible = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

const managed = (name: string, priority: number, countOnly: readonly string[] = []) => ({
  name,
  priority,
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: countOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  overrideAction: { none: {} },
  visibilityConfig: visible(name),
});

/**
 * The web firewall of a production deployment. A stack of its own because a firewall for the CDN exists in us-east-1
 * only; its output goes back in as `webAclArn` (docs/deploy.md).
 */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { readonly settings: Settings }) {
    super(scope, id, { ...props, env: { region: 'us-east-1' } });
    const acl = new CfnWebACL(this, 'WebAcl', {
      name: physicalName(settings.stage, 'web'),
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible('web'),
      rules: [
        // Publishing for 1,200 districts sends more than its 8 KB; the API has a limit of its own.
        managed('AWSManagedRulesCommonRuleSet', 1, ['SizeRestrictions_BODY']),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 2),
        {
          name: 'rate',
          priority: 3,
          // A whole district office may share one address: 2,000 requests in five minutes are many people working.
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: 2_000 } },
          action: { block: {} },
          visibilityConfig: visible('rate'),
        },
      ],
    });
    this.#log(acl, settings.stage);
    new CfnOutput(this, 'WebAclArn', { value: acl.attrArn, description: 'Give it to the other stacks: -c webAclArn=' });
  }

  /** What was refused and why, without the token; the firewall writes only to groups of this prefix. */
  #log(acl: CfnWebACL, stage: string): void {
    const logGroupName = `aws-waf-logs-${physicalName(stage, 'web')}`;
    const log = new LogGroup(this, 'Log', {
      logGroupName,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        this.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: [{ singleHeader: { Name: 'authorization' } }, { queryString: {} }],
    });
    logging.node.addDependency(log);
  }
}
