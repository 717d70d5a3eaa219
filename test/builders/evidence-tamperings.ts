import type { AuditEntry } from '../../shared/application/audit/entry.ts';
import {
  auditIn,
  chainForged,
  type Files,
  jsonIn,
  toldAgain,
  withAudit,
  without,
  withJson,
  withText,
} from './evidence.ts';

/** Somebody changes the evidence, and makes the list of its files fit again; the sentence that he is refused with. */
export interface Tampering {
  readonly what: string;
  readonly tamper: (files: Files) => Files;
  readonly refused: RegExp;
}

const pathLike = (files: Files, pattern: RegExp): string => [...files.keys()].find((path) => pattern.test(path)) ?? '';

const audit =
  (change: (entries: AuditEntry[]) => readonly AuditEntry[]) =>
  (files: Files): Files =>
    withAudit(files, change([...auditIn(files)]));

const json =
  (path: string | RegExp, change: (value: ReturnType<typeof JSON.parse>) => unknown) =>
  (files: Files): Files => {
    const name = typeof path === 'string' ? path : pathLike(files, path);
    return withJson(files, name, change(jsonIn(files, name)));
  };

const isSubmission = ({ command }: AuditEntry): boolean => command === 'submitCertification';
const isOwn = ({ chain }: AuditEntry): boolean => chain.startsWith('participant/');
const manifest = /^snapshots\/.*manifest/;
const findings = /findings\.parquet$/;

const ofTheChains: readonly Tampering[] = [
  {
    what: 'another person has approved',
    tamper: audit((entries) =>
      entries.map((entry) =>
        entry.command === 'decide:APPROVE' ? { ...entry, actor: { userId: 'admin', role: 'STATE' } } : entry,
      ),
    ),
    refused: /is not what its hash says/,
  },
  {
    what: 'an entry is dropped',
    tamper: audit((entries) => entries.filter((entry) => !isSubmission(entry))),
    refused: /stands where entry \d+ is expected/,
  },
  {
    what: 'the last entry of a chain is dropped',
    tamper: audit((entries) => entries.toSpliced(entries.findLastIndex(isOwn), 1)),
    refused: /does not end where its record stands/,
  },
  {
    what: 'two entries are in another order',
    tamper: audit((entries) => {
      const at = entries.findIndex(isSubmission);
      return entries.toSpliced(at, 2, ...entries.slice(at, at + 2).toReversed());
    }),
    refused: /stands where entry \d+ is expected/,
  },
  {
    what: 'a whole chain is dropped',
    tamper: audit((entries) => entries.filter(({ chain }) => !chain.startsWith('snapshot/'))),
    refused: /The audit chain snapshot\/\S+ is missing/,
  },
  {
    what: 'the chain of the participant hangs on nothing',
    tamper: audit((entries) => entries.filter(({ chain }) => !chain.startsWith('certificationEvent/'))),
    refused: /does not begin where it has to/,
  },
  {
    what: 'the chain is written anew without its first submission',
    tamper: (files) => chainForged(files, (own) => own.toSpliced(own.findIndex(isSubmission), 1)),
    refused: /submissions\.json does not say what the audit chain says/,
  },
  {
    what: 'the chain is written anew without the submission that was approved',
    tamper: (files) => toldAgain(chainForged(files, (own) => own.toSpliced(own.findLastIndex(isSubmission), 1))),
    refused: /The approval in round 2 does not come after a submission/,
  },
  {
    what: 'the chain is written anew with another signature, and everything is made to fit',
    tamper: (files) =>
      toldAgain(
        chainForged(files, (own) =>
          own.map(
            (entry): AuditEntry => JSON.parse(JSON.stringify(entry).replace('"signedName":"Test"', '"signedName":"X"')),
          ),
        ),
      ),
    refused: /is not the one that was sealed/,
  },
];

const ofTheRecords: readonly Tampering[] = [
  {
    what: 'the record says that another signed',
    tamper: json('participant.json', ({ state, ...rest }) => ({
      ...rest,
      state: { ...state, approval: { ...state.approval, by: 'admin' } },
    })),
    refused: /The record participant\/\S+ is not what its audit chain tells/,
  },
  {
    what: 'a snapshot pins other rows',
    tamper: json('snapshots.json', ([first, ...others]) => [
      { ...first, state: { ...first.state, contentHash: '0'.repeat(64) } },
      ...others,
    ]),
    refused: /The record snapshot\/\S+ is not what its audit chain tells/,
  },
  {
    what: 'a manifest lists other data',
    tamper: json(manifest, (told) => ({ ...told, datasets: [{ dataset: 'students', rows: 1 }] })),
    refused: /manifest\.json is not the manifest of the snapshot/,
  },
  {
    what: 'a run found something else',
    tamper: (files) => withText(files, pathLike(files, findings), 'nothing'),
    refused: /findings\.parquet is not what run \S+ found/,
  },
  {
    what: 'what a run found is left out',
    tamper: (files) => without(files, pathLike(files, findings)),
    refused: /findings\.parquet is missing, and index\.json does not say that it is gone/,
  },
  {
    what: 'a rule asks for something else',
    tamper: json('rules.json', ({ versions, ...rest }) => ({
      ...rest,
      versions: versions.map((version: object) => ({ ...version, sql: 'SELECT 1 WHERE false' })),
    })),
    refused: /Rule TAR-1 \(\S+ 1\) is not as its audit chain tells it/,
  },
  {
    what: 'a rule is left out',
    tamper: json('rules.json', (rules) => ({ ...rules, versions: [] })),
    refused: /A rule of revision 1 is missing in rules\.json/,
  },
  {
    what: 'a revision is said to have had no rules',
    tamper: json('rules.json', ({ revisions, ...rest }) => ({
      ...rest,
      revisions: revisions.map((one: object) => ({ ...one, groups: [] })),
    })),
    refused: /reports rule TAR-1, which is none of revision 1/,
  },
];

const ofWhatIsTold: readonly Tampering[] = [
  {
    what: 'the submissions of two rounds are swapped',
    tamper: json('submissions.json', ([first, second]) => [
      { ...first, submission: second.submission },
      { ...second, submission: first.submission },
    ]),
    refused: /submissions\.json does not say what the audit chain says/,
  },
  {
    what: 'a submission is left out',
    tamper: json('submissions.json', ([first]) => [first]),
    refused: /submissions\.json does not say what the audit chain says/,
  },
  {
    what: 'a decision is left out',
    tamper: json('decisions.json', ([, ...others]) => others),
    refused: /decisions\.json does not say what the audit chain says/,
  },
  {
    what: 'decisions are in another order',
    tamper: json('decisions.json', (list) => list.toReversed()),
    refused: /decisions\.json does not say what the audit chain says/,
  },
  {
    what: 'nobody opened a report',
    tamper: json('views.json', () => []),
    refused: /ana vouched for run_\S+ without opening its report/,
  },
  {
    what: 'the certificate is of another approval',
    tamper: json(/^certificates\//, (told) => ({ ...told, approvalHash: '0'.repeat(64) })),
    refused: /is of no approval in the audit chain/,
  },
  {
    what: 'the certificate names other rules',
    tamper: json(/^certificates\//, (told) => ({ ...told, rules: { ...told.rules, groups: [] } })),
    refused: /names other rules than rules\.json/,
  },
  {
    what: 'the seal is over other chains',
    tamper: json('seal.json', ({ heads, ...seal }) => ({ ...seal, heads: heads.slice(1) })),
    refused: /The seal is over other chains than it lists/,
  },
  {
    what: 'the seal is of another day',
    tamper: json('seal.json', (seal) => ({ ...seal, at: '2026-01-01T00:00:00.000Z' })),
    refused: /The seal is not what its hash says/,
  },
];

export const tamperings: readonly Tampering[] = [...ofTheChains, ...ofTheRecords, ...ofWhatIsTold];
