/**
 * `npm run policy`: a production deployment as AwsSolutions, NIST 800-53 r5, Serverless and CloudFormation's own checks see
 * it. Exit code 1 when a finding, warnings included, is not acknowledged, or an acknowledgement is stale.
 */
import { assess } from './assess.ts';
import { acknowledged } from './acknowledged.ts';
import { judge } from './findings.ts';

const findings = assess();
const { unacknowledged, stale } = judge(findings, new Date().toISOString().slice(0, 10));

for (const { rule, at } of unacknowledged) console.log(`NOT ACKNOWLEDGED  ${rule}  at ${at}`);
for (const { rule, at, reviewBy } of stale)
  console.log(`STALE  ${rule} at ${at}: covers nothing, or its review of ${reviewBy} is due`);
console.log(
  `${findings.length} findings, ${acknowledged.length} acknowledgements, ${unacknowledged.length} not acknowledged, ${stale.length} stale`,
);
process.exitCode = unacknowledged.length + stale.length === 0 ? 0 : 1;
