import { metrics } from '../../../shared/contracts/metrics.ts';
import { ofType, type Resource } from '../template.ts';
import { event, idle, uses } from './assumptions.ts';
import { gbSecondPrice } from './idle-month.ts';
import { type Line, line } from './prices.ts';

const bytesOfGb = 1e9;

const memoryGb = (all: readonly Resource[], ending: string): number => {
  const found = ofType(all, 'AWS::Lambda::Function').find(({ Properties }) =>
    Properties.FunctionName?.endsWith(ending),
  );
  if (!found) throw new Error(`No function ends in ${ending}`);
  return found.Properties.MemorySize / 1_024;
};

/** One certification event from its publishing to its last approval, without what an idle month costs anyway. */
export const certificationEvent = (all: readonly Resource[]): readonly Line[] => {
  const { districts } = event;
  const people = districts * event.certifiersADistrict;
  const sum = (of: (use: (typeof uses)[number]) => number): number =>
    districts * uses.reduce((total, use) => total + use.times * of(use), 0);
  const apiRequests = sum(({ api }) => api);
  const tableRequests = sum(({ requests }) => requests);
  const jobs = { files: districts * event.datasets, runs: districts * event.runs };
  const sent = sum(({ what, requests }) => (what === 'a message sent' ? requests / 2 : 0));
  const transitions = districts * event.flowTransitions;
  const calls = apiRequests + jobs.files + jobs.runs + sent + transitions;
  const gbSeconds =
    (apiRequests + transitions + sent) * event.requestSeconds * memoryGb(all, '-api-certifications') +
    jobs.runs * event.runSeconds * memoryGb(all, '-worker-run-validation') +
    jobs.files * event.ingestSeconds * memoryGb(all, '-worker-ingest-upload');
  const objects = jobs.files * 3 + jobs.runs * 2 + districts * 2;
  const objectGb = (jobs.files * event.datasetMb * 1.1 + jobs.runs * event.reportMb) / 1_000;
  const edgeGb = (apiRequests * event.edgeBytesARequest) / bytesOfGb + (people * event.pagesMbAPerson) / 1_000;
  const logsGb = (calls * idle.logBytesACall) / bytesOfGb;
  const [anyFunction] = ofType(all, 'AWS::Lambda::Function').filter(({ Properties }) => Properties.FunctionName);
  const watched = (type: string, quantity: number): number => (ofType(all, type).length > 0 ? quantity : 0);
  return [
    line('API Gateway', 'requests', apiRequests, 'apiRequest'),
    line('CloudFront', 'requests', apiRequests, 'edgeRequest'),
    line('CloudFront', 'GB sent', edgeGb, 'edgeGb'),
    line('Lambda', 'calls', calls, 'call'),
    line('Lambda', 'GB seconds', gbSeconds, anyFunction ? gbSecondPrice(anyFunction) : 'gbSecondX86'),
    line(
      'DynamoDB',
      'write units',
      sum(({ written }) => written),
      'write',
    ),
    line(
      'DynamoDB',
      'read units',
      sum(({ read }) => read),
      'read',
    ),
    line('S3', 'requests that write', objects, 'put'),
    line('S3', 'requests that read', jobs.runs * event.datasets, 'get'),
    line('S3', 'GB kept for a month', objectGb, 'objectsKept'),
    line('SQS', 'requests', (jobs.files + jobs.runs) * 3, 'message'),
    line('Step Functions', 'transitions', transitions, 'transition'),
    line('SES', 'mails', districts * event.mails, 'mail'),
    line('CloudWatch', 'GB of logs', logsGb, 'logsIn'),
    line('CloudWatch', 'metrics', (Object.keys(metrics).length * event.days) / 30, 'metric'),
    line('X-Ray', 'traces', calls, 'trace'),
    line('WAF', 'requests', watched('AWS::WAFv2::WebACL', apiRequests), 'firewallRequest'),
    line(
      'CloudTrail',
      'uses of table and objects',
      watched('AWS::CloudTrail::Trail', tableRequests + objects + jobs.runs * event.datasets),
      'trailEvent',
    ),
  ];
};
