import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';

/** Lets the packs read the templates at synthesis; what they find lies in the assembly's report. */
export const addPacks = (app: App): void => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app), new ServerlessChecks(app));
};

/** A production deployment with everything an agency gives it: what the packs judge. */
export const productionContext = {
  stage: 'prod',
  mailFrom: 'attest@agency.gov',
  domainName: 'attest.agency.gov',
  certificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/1',
  webAclArn: 'arn:aws:wafv2:us-east-1:000000000000:global/webacl/attest-prod-web/1',
  alarmTopicArn: 'arn:aws:sns:us-east-1:000000000000:attest-alarms',
} as const;
