import type { Control } from './control.ts';

const rules = 'test/infra/rules';

/** How the system is built, changed, protected and brought back. */
export const systemControls: readonly Control[] = [
  {
    id: 'CM-2, CM-7',
    title: 'Baseline configuration; least functionality',
    done: 'Everything that is deployed is in the template, which is made from the repository. Every public operation is in the contract, and no route beside it exists but the one that answers that there is nothing.',
    by: ['infra/attest.ts', 'docs/openapi.json'],
    proofs: [
      [`${rules}/functions.ts`, 'every function of the list is deployed, and no other'],
      [`${rules}/api.ts`, 'the routes are the operations of the contract, and $default'],
    ],
    pages: ['docs/deploy.md'],
    left: 'Look for drift of the stacks at set times; the baseline of the account itself is yours.',
  },
  {
    id: 'CM-3',
    title: 'Configuration change control',
    done: 'A pull request is tested and compared with production. Weakenings of the template are tried one by one and must be noticed; what the public rule packs find stands acknowledged with reason, owner and date of review.',
    by: ['.github/workflows/deploy.yml', 'infra/policy/acknowledged.ts'],
    proofs: [
      ['test/infra/rules.test.ts', 'it would be noticed if not: $says'],
      ['test/infra/policy.test.ts', 'find nothing that is not acknowledged, warnings included'],
    ],
    left: 'Have the environment `production` approved by somebody else than the author; review the acknowledgements when they are due.',
  },
  {
    id: 'CP-9, CP-10',
    title: 'Backup; recovery',
    done: 'The table can be restored to any second of 35 days; in production also from a nightly copy that nobody can delete. Buckets keep versions. `npm run restore` brings back what was lost, and `npm run verify` judges it.',
    by: ['infra/constructs/backups.ts', 'functions/operator/restore.ts'],
    proofs: [
      [`${rules}/watch.ts`, 'the table is copied every night to a vault that nobody can empty'],
      [
        'test/acceptance/verify.test.ts',
        'fills an empty place that verify finds sound, and brings back from there what was lost',
      ],
    ],
    pages: ['docs/runbooks/restore.md'],
    left: 'Practise the restore on AWS once a year. There is no copy in another region.',
  },
  {
    id: 'SC-8',
    title: 'Confidentiality in transit',
    done: 'HTTPS from browser to CDN and API, TLS 1.2 at least to the buckets; queues refuse anything but TLS.',
    by: ['infra/constructs/store-bucket.ts', 'infra/constructs/pages-headers.ts'],
    proofs: [
      [`${rules}/storage.ts`, 'no bucket is public, unversioned or reached without TLS 1.2'],
      [`${rules}/watch.ts`, 'an own domain is reached by TLS 1.2 at least'],
    ],
    left: 'Give production a domain of its own: the CDN’s own name takes older TLS as well.',
  },
  {
    id: 'SC-12, SC-13, SC-28',
    title: 'Keys; cryptography; data at rest',
    done: 'Table, buckets of student data, function logs and environments are encrypted under one key of the agency, which turns every year. Queues hold ids only and use the keys of SQS; logs of access use those of S3.',
    by: ['infra/constructs/data-key.ts', 'infra/constructs/dead-letter-queue.ts'],
    proofs: [
      [`${rules}/storage.ts`, 'the table is encrypted with the agency’s own key, which turns every year'],
      [`${rules}/storage.ts`, 'buckets of student data use the agency’s own key'],
    ],
    left: 'Decide who may administer the key. Where FIPS endpoints are demanded, configure them: the template does not.',
  },
  {
    id: 'SI-2, RA-5',
    title: 'Flaw remediation; vulnerability scanning',
    done: 'Every dependency is pinned; `npm run sbom` lists what the functions rest on, for a scanner to read. No test asks a service for known vulnerabilities.',
    by: ['package-lock.json', 'scripts/sbom/sbom.ts'],
    proofs: [
      ['test/architecture/lockfile.test.ts', 'every dependency is pinned to one version'],
      ['scripts/sbom/sbom.test.ts', 'each of them has a licence and the hash of what is installed'],
    ],
    left: 'Scan the list and the account, at least monthly; update, run `npm test`, deploy.',
  },
  {
    id: 'SI-4',
    title: 'System monitoring',
    done: 'Whatever fails, waits too long or falls silent rings, and the alarm names its page. In production the account’s trail tells who read objects and items besides the product.',
    by: ['infra/constructs/alarm.ts', 'infra/constructs/trail.ts'],
    proofs: [
      [`${rules}/alarms.ts`, 'every alarm names the page that says what to do'],
      [`${rules}/watch.ts`, 'every alarm calls somebody'],
    ],
    alarms: [
      ['Answers5xx', 'api-5xx'],
      ['Faults', 'function-faults'],
      ['GateFaults', 'function-faults'],
      ['Failed', 'workflow-failed'],
      ['NotEmpty', 'dead-letters'],
      ['Lag', 'relay-lags'],
      ['Silent', 'sweeper-silent'],
      ['Unsent', 'unsent-messages'],
    ],
    left: 'Name those who answer (`alarmTopicArn`); read the trail; decide about GuardDuty and Security Hub.',
  },
  {
    id: 'SI-7',
    title: 'Integrity of software and information',
    done: 'Packages are what their hashes say. A snapshot pins versions by hash and can be verified at any time; `npm run verify` judges table and objects by thirty invariants.',
    by: ['functions/operator/verify.ts', 'shared/verification/README.md'],
    proofs: [
      ['test/architecture/lockfile.test.ts', 'every package is what its hash says, or lies inside one that is'],
      ['test/acceptance/verify.test.ts', 'finds nothing wrong after the whole story of the demo'],
    ],
    left: 'Run `npm run verify` on each stage at set times and after each restore. Deployed code is not signed.',
  },
  {
    id: 'SI-10',
    title: 'Input validation',
    done: 'Every request is parsed by the schema of its operation before anything is read; a rule passes a gate on its syntax tree and runs in a process without environment or network. A regular expression of ours that repeats without end is proven to be fast for any text by recheck, which is installed for that alone, or named with what bounds the text it reads.',
    by: ['shared/runtime/http/gate.ts', 'shared/engine/gate/pass-gate.ts'],
    proofs: [
      [
        'functions/api/bad-input.test.ts',
        'Whatever is sent to it, an operation answers a problem that says where, and changes nothing',
      ],
      [
        'test/browser/hostile-texts.test.ts',
        'are no more than words as the names of students, in the rows and the report of a rule of such a name',
      ],
      [
        'test/architecture/regular-expressions.test.ts',
        'every regular expression of the product takes a time in proportion to the text, or an exception says why it may stay',
      ],
    ],
    left: 'Give the right to write rules to few.',
  },
  {
    id: 'SI-11',
    title: 'Error handling',
    done: 'A refusal is one code of a catalogue; it tells nothing of other districts, nothing of the inside. A log holds the kind and the place of a fault, never its message.',
    by: ['shared/runtime/http/problems.ts', 'shared/runtime/logger.ts'],
    proofs: [
      ['shared/runtime/http/problems.test.ts', '%s is answered as a problem that leads to its page'],
      ['test/acceptance/disclosure.test.ts', 'is in a file that is refused without being quoted'],
    ],
    pages: ['docs/problems.md'],
    left: 'Nothing.',
  },
  {
    id: 'SR-4',
    title: 'Provenance',
    done: 'The list of packages names licence and hash of each; install scripts are refused but for those named, of which setup lets none run.',
    by: ['scripts/sbom/sbom.ts', 'setup.mjs'],
    proofs: [
      [
        'test/architecture/lockfile.test.ts',
        'only these packages run something of their own when they are installed, and setup lets none of them',
      ],
    ],
    left: 'Keep the list with each deployment. Signatures of the registry are not checked.',
  },
];
