#!/usr/bin/env node
/**
 * Verifies the evidence of one certification, offline: `node verify-evidence.mjs FILE.zip [--index SHA256] [--seal HASH]`.
 * Needs nothing but Node 20 or newer. Ends with 0 and what it found, or with 1 and one sentence that says what is wrong.
 * Its other half, read-evidence.mjs, lies beside it. What each check proves, and what none of them can, is written in README.md beside this file.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  canonical,
  checkRecord,
  demand,
  flat,
  hex,
  isFields,
  readChains,
  readIndex,
  Refused,
  same,
  sha256,
  unzip,
} from './read-evidence.mjs';

// 5. Snapshots and reports: the bytes are those that the records vouch for.

const checkSnapshot = ({ files, json }, { id, organizationId, status, pinned, contentHash, manifest }) => {
  if (status !== 'COMPLETED') return;
  const path = `snapshots/${id}/manifest.json`;
  const content = canonical([
    organizationId,
    pinned.map(({ dataset, rows, object }) => [dataset, rows, object.sha256]),
  ]);
  demand(hex(content) === contentHash, `The content hash of snapshot ${id} is not that of what it pins.`);
  demand(files.has(path) && hex(files.get(path)) === manifest.sha256, `${path} is not the manifest of the snapshot.`);
  const told = json(path);
  demand(same([told.datasets, told.contentHash], [pinned, contentHash]), `${path} lists other data than its snapshot.`);
};

const checkRun = ({ files, gone }, { id, status, findings }) => {
  const path = `reports/${id}/findings.parquet`;
  if (status !== 'COMPLETED' || gone.has(path)) return;
  demand(files.has(path), `${path} is missing, and index.json does not say that it is gone.`);
  demand(hex(files.get(path)) === findings.sha256, `${path} is not what run ${id} found.`);
};

// 6. Rules: what a run reports was found by a rule of its revision, in the version that the rule's own chain tells.

const checkRules = ({ chains, rules, runs }) => {
  const versions = new Map(rules.versions.map((version) => [`${version.id} ${version.ruleVersion}`, version]));
  for (const [name, version] of versions) {
    const told = (chains.get(`rule/${version.id}`) ?? []).map(({ is }) => is.newest);
    demand(
      told.some((newest) => same(newest, flat(version))),
      `Rule ${version.code} (${name}) is not as its audit chain tells it.`,
    );
  }
  const codes = new Map();
  for (const { revision, groups } of rules.revisions) {
    const pinned = groups.flatMap((group) =>
      group.rules.map((rule) => versions.get(`${rule.ruleId} ${rule.ruleVersion}`)),
    );
    demand(!pinned.includes(undefined), `A rule of revision ${revision} is missing in rules.json.`);
    codes.set(revision, new Set(pinned.map(({ code }) => code)));
  }
  for (const { id, revision, results = [] } of runs)
    for (const { ruleCode } of results)
      demand(
        codes.get(revision)?.has(ruleCode),
        `Run ${id} reports rule ${ruleCode}, which is none of revision ${revision}.`,
      );
};

// 7. Submissions: told by the chain, for the data of a snapshot that is here, on completed runs whose reports were opened.

const checkSubmissions = ({ json, steps, snapshots, runs }) => {
  const told = steps.flatMap(({ after, is, sequence, hash }) =>
    Object.entries(after.tasks ?? {})
      .filter(([, task]) => isFields(task?.submission))
      .map(([userId]) => ({
        sequence,
        entryHash: hash,
        userId,
        round: is.round,
        submission: is.tasks[userId].submission,
      })),
  );
  demand(same(json('submissions.json'), told), 'submissions.json does not say what the audit chain says.');
  const views = new Map(json('views.json').map((view) => [`${view.userId} ${view.runId}`, view.at]));
  for (const { sequence, userId, round, submission } of told) {
    const signed = submission.snapshotId
      ? snapshots.find(({ id }) => id === submission.snapshotId)?.contentHash
      : undefined;
    const hashes = submission.snapshotId ? [signed] : runs.map(({ dataHash }) => dataHash);
    demand(
      hashes.includes(submission.dataHash),
      `What ${userId} signed in round ${round} is not the data that is here.`,
    );
    for (const { runId, at } of Object.values(steps[sequence - 1].is.tasks[userId].completions ?? {})) {
      if (runId === undefined) continue;
      const run = runs.find(({ id }) => id === runId);
      demand(
        run?.status === 'COMPLETED' && run.round === round,
        `${userId} vouched for ${runId}, which is no run of round ${round}.`,
      );
      demand(views.get(`${userId} ${runId}`) <= at, `${userId} vouched for ${runId} without opening its report.`);
    }
  }
  return told;
};

// 8. Decisions: told by the chain; an approval comes after a submission of its round, or says that there was none.

const checkDecisions = ({ files, json, steps, rules }, submissions) => {
  const decided = steps.filter(({ command }) => command.startsWith('decide:'));
  const told = decided.map(({ at, actor, command, reason, sequence, hash, is }) => ({
    ...{ sequence, entryHash: hash, at, by: actor.userId, decision: command.slice(7), round: is.round, reason },
  }));
  demand(same(json('decisions.json'), told), 'decisions.json does not say what the audit chain says.');
  const approvals = decided.filter(({ command }) => command === 'decide:APPROVE');
  for (const { sequence, was, is } of approvals) {
    const isAfter =
      submissions.some((one) => one.round === is.round && one.sequence < sequence) && was.status === 'SENT';
    demand(is.approval.notCertified || isAfter, `The approval in round ${is.round} does not come after a submission.`);
  }
  for (const path of [...files.keys()].filter((name) => name.startsWith('certificates/'))) {
    const {
      approvalHash,
      approval,
      submissions: signed,
      rules: { revision, groups },
    } = json(path);
    const own = approvals.find(({ hash }) => hash === approvalHash);
    const pinned = rules.revisions.find((one) => one.revision === revision)?.groups;
    demand(own !== undefined && same(flat(approval), own.is.approval), `${path} is of no approval in the audit chain.`);
    demand(same(groups, pinned), `${path} names other rules than rules.json.`);
    const inChain = (one) =>
      submissions.some(({ userId, submission }) => userId === one.userId && same(submission, flat(one.submission)));
    demand(signed.every(inChain), `${path} names a submission that is not in the audit chain.`);
  }
  return told;
};

// 9. The seal: made by the system over the ends of all chains, and kept in a locked bucket out of reach of whoever writes the table.

const rootOf = (leaves) => {
  let level = leaves.map((leaf) => sha256('\u0000', leaf));
  while (level.length > 1)
    level = level.flatMap((one, at) => (at % 2 ? [] : [level[at + 1] ? sha256('\u0001', one, level[at + 1]) : one]));
  return level[0].toString('hex');
};

const checkSeal = ({ files, json, chains, gone }, expected) => {
  demand(files.has('seal.json') || expected === undefined, 'There is no seal in this evidence.');
  if (!files.has('seal.json')) return gone.has('seal.json') ? 'its seal is gone' : 'not sealed yet';
  const { heads, hash, ...seal } = json('seal.json');
  demand(hex(`attest.seal.v1\n${canonical(seal)}`) === hash, 'The seal is not what its hash says.');
  demand(
    rootOf(heads.map((head) => `${head.chain}\n${head.sequence}\n${head.hash}`)) === seal.root,
    'The seal is over other chains than it lists.',
  );
  demand(expected === undefined || hash === expected, 'The seal is not the one that was expected.');
  for (const head of heads.filter(({ chain }) => chains.has(chain)))
    demand(
      chains.get(head.chain)[head.sequence - 1]?.hash === head.hash,
      `The audit chain ${head.chain} is not the one that was sealed.`,
    );
  return `sealed ${seal.at} by ${hash}`;
};

const verify = (bytes, expected) => {
  const files = unzip(bytes);
  const index = readIndex(files, expected.index);
  const json = (path) => {
    demand(files.has(path), `${path} is missing.`);
    return JSON.parse(files.get(path));
  };
  const { certificationEventId, organizationId } = index;
  const [event, participant] = [
    `certificationEvent/${certificationEventId}`,
    `participant/${certificationEventId}/${organizationId}`,
  ];
  const chains = readChains(String(files.get('audit.ndjson') ?? ''), participant, event);
  checkRecord(chains, event, json('certification-event.json'));
  checkRecord(chains, participant, json('participant.json'));
  for (const entity of ['snapshot', 'run'])
    for (const record of json(`${entity}s.json`)) checkRecord(chains, `${entity}/${record.state.id}`, record);
  const [snapshots, runs] = ['snapshots.json', 'runs.json'].map((path) => json(path).map(({ state }) => state));
  const all = {
    files,
    json,
    chains,
    snapshots,
    runs,
    rules: json('rules.json'),
    gone: new Set(index.gone),
    steps: chains.get(participant),
  };
  for (const snapshot of snapshots) checkSnapshot(all, snapshot);
  for (const run of runs) checkRun(all, run);
  checkRules(all);
  const submissions = checkSubmissions(all);
  const decisions = checkDecisions(all, submissions);
  const sealed = checkSeal(all, expected.seal);
  const entries = [...chains.values()].reduce((sum, steps) => sum + steps.length, 0);
  return [
    `VERIFIED: certification of ${organizationId} in ${certificationEventId}`,
    `  ${files.size} files, ${entries} audit entries in ${chains.size} chains, ${sealed}`,
    ...submissions.map(
      ({ userId, submission }) =>
        `  ${submission.at} signed by ${userId} as "${submission.signedName}" for data ${submission.dataHash}`,
    ),
    ...decisions.map(({ at, by, decision }) => `  ${at} ${decision} by ${by}`),
    ...index.gone.map((path) => `  gone by a retention rule: ${path}`),
    `  index.json is ${hex(files.get('index.json'))}`,
  ];
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { index: { type: 'string' }, seal: { type: 'string' } },
});

const judge = (path) => {
  try {
    return verify(readFileSync(path), values).join('\n');
  } catch (fault) {
    process.exitCode = 1;
    // Bytes that cannot be unpacked or read are refused like everything else.
    return `REFUSED: ${fault instanceof Refused ? fault.message : `the archive cannot be read (${fault.message})`}`;
  }
};

if (positionals.length === 0) {
  process.stdout.write('Name the file: node verify-evidence.mjs FILE.zip\n');
  process.exitCode = 2;
}
for (const path of positionals) process.stdout.write(`${judge(path)}\n`);
