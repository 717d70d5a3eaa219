import type { Control } from './control.ts';

const rules = 'test/infra/rules';
const planted = 'shared/verification/planted-faults.test.ts';

/** What is written down, for how long, and what FERPA asks of it. */
export const recordControls: readonly Control[] = [
  {
    id: 'AU-2, AU-3',
    title: 'Event logging; content of audit records',
    done: 'Each change of state writes, in the same transaction, an entry that says who did what to what, when, in which request, and why where a reason is asked.',
    by: [
      'shared/application/audit/entry.ts',
      'shared/verification/invariants/21-one-entry-a-version.ts',
      'shared/verification/invariants/22-entries-say-who-what-why.ts',
    ],
    proofs: [
      [planted, 'has a fault planted for it'],
      ['test/acceptance/story.test.ts', 'ends closed, with an audit trail that replays to the same state'],
    ],
    left: 'Decide who reads the trail, and when.',
  },
  {
    id: 'AU-9',
    title: 'Protection of audit information',
    done: 'Entries are chained by hash and sealed by a Merkle root every hour; no function may update or delete one. In production the account’s trail lies signed in a locked bucket of its own.',
    by: ['shared/application/audit/seal-chains.ts', 'infra/constructs/attest-table.ts', 'infra/constructs/trail.ts'],
    proofs: [
      [
        'test/acceptance/verify.test.ts',
        'names the one item that was changed past the audit, and nothing once it is as it was',
      ],
      [`${rules}/watch.ts`, 'the account’s trail is on everywhere, signed, and lies in a locked bucket of its own'],
    ],
    left: 'Run `npm run verify` at set times. The lock is in governance mode: whoever holds the right to pass it can. Keep seals outside the account too.',
  },
  {
    id: 'AU-10',
    title: 'Non-repudiation',
    done: 'A submission names the certifier, the attestation and the hash of the snapshot; `npm run evidence` packs all of it into a file that verifies offline. It is no signature with a key of the person.',
    by: ['functions/operator/evidence.ts', 'docs/evidence/verify-evidence.mjs'],
    proofs: [
      ['functions/operator/evidence/evidence.test.ts', 'verifies offline and tells who signed and decided what'],
      ['functions/operator/evidence/evidence.test.ts', 'whatever file has another byte'],
    ],
    pages: ['docs/evidence/README.md'],
    left: 'Make sure that an account is used by one person.',
  },
  {
    id: 'AU-11',
    title: 'Retention of audit records',
    done: 'No rule deletes audit entries or seals; the retention rule deletes rows and reports and leaves who certified what. Logs are kept for a year.',
    by: ['shared/application/retention/apply-retention.ts', 'infra/constructs/door.ts'],
    proofs: [
      [
        'shared/application/retention/apply-retention.test.ts',
        'leaves who certified what, when and over which hashes, and a trail that holds',
      ],
      [`${rules}/functions.ts`, 'logs are kept for a year, ours under the agency’s own key'],
    ],
    pages: ['docs/runbooks/retention.md'],
    left: 'Set `retentionYears` to the state’s schedule; keep logs elsewhere where a year is too short.',
  },
  {
    id: '34 CFR 99.31(a)',
    title: 'Disclosure without consent, to school officials and others',
    done: 'A district or school opens its own rows only, and people of the state’s side open findings only as members of the category. Whether the interest is legitimate is nothing that software can judge.',
    by: ['shared/domain/access/visibility.ts', 'shared/verification/invariants/20-only-own-rows.ts'],
    proofs: [
      ['test/acceptance/refusals.test.ts', 'stays out of its worklist and its queue'],
      ['test/acceptance/refusals.test.ts', 'decides nothing and opens no findings'],
    ],
    left: 'Say who has a legitimate interest, have agreements with districts, and give rights accordingly.',
  },
  {
    id: '34 CFR 99.32',
    title: 'Record of disclosures',
    done: 'Whoever opens a report, downloads the rows of a rule, tries a rule on rows or exports evidence is recorded before he has it: person, what of, time, purpose. Rows and keys that a screen shows page by page (findings of a run, differences of snapshots and copies, the refused rows of a file) are recorded before the first of them is shown, once a day (UTC) for each person and each of these; what cannot be recorded is not shown.',
    by: [
      'shared/application/runs/report.ts',
      'shared/application/shown-rows.ts',
      'shared/verification/invariants/24-refusals-and-views-are-recorded.ts',
    ],
    proofs: [
      ['functions/api/shown-rows.test.ts', 'are shown to nobody while it cannot be recorded'],
      [
        'test/architecture/shown-rows.test.ts',
        'whatever hands out rows of students records that it does, where it does',
      ],
      [
        'functions/operator/evidence/evidence.test.ts',
        'is on record as a disclosure, with purpose and the hash of what was given away',
      ],
      [planted, '$invariant notices that $fault'],
    ],
    left: 'The record is by run, file or comparison, not by student, and lies in the table: no page shows it. Record what is passed on after the download, and reading by roles of the account (the trail tells of it).',
  },
  {
    id: '34 CFR 99.35',
    title: 'Audit or evaluation of education programs',
    done: 'Links to reports end after two minutes; logs, histories, messages and alerts hold ids and no student data; rows are deleted the set number of years after the close, unless held.',
    by: ['shared/application/runs/report.ts', 'shared/application/retention/apply-retention.ts'],
    proofs: [
      [
        'test/acceptance/disclosure.test.ts',
        'is told by no log, history, schedule, message, address, name of an object, alert, mail or row of the table',
      ],
      [
        'shared/application/retention/apply-retention.test.ts',
        'deletes rows, reports and free texts, and is finished when it finds nothing any more',
      ],
    ],
    pages: ['docs/runbooks/retention.md'],
    left: 'Write the agreement that names purpose and time of destruction; see that downloaded files are destroyed too.',
  },
  {
    id: '34 CFR 99.10',
    title: 'Right of parents and students to inspect',
    done: 'Nothing: Attest has no page for parents and is not the record of a student. What was certified can be read in the reports, as long as it is kept.',
    by: ['docs/datamart.md'],
    proofs: [],
    left: 'Answer requests from the district’s student information system; place a legal hold where something asked for would be deleted.',
  },
];
