import { auditEntryOf } from '../../../application/audit/entry-of.ts';
import type { AuditEntry } from '../../../application/audit/entry.ts';
import { certificationEventOf } from '../../../application/audit/chain.ts';
import type { EntityName } from '../../../application/entities.ts';
import type { Commit, Transition, TransitionOf } from '../../../application/ports/unit-of-work.ts';
import { auditItemOf } from '../audit-entries.ts';
import { toItem } from '../entity-form.ts';
import { forms } from '../forms.ts';
import { type IndexKeys, keys, listedAs, type TableKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { insertNew, replaceAt, type TransactItem } from './transact-item.ts';

const stateWrite = <Name extends EntityName>(
  table: Table,
  { entity, key, before, after }: TransitionOf<Name>,
  entry: AuditEntry,
): TransactItem => {
  const item = toItem(forms[entity], key, { state: after, version: entry.sequence, auditHash: entry.hash });
  return before ? replaceAt(table, item, before.version) : insertNew(table, item);
};

const auditKey = (transition: Transition, entry: AuditEntry): TableKey =>
  keys.auditEntry(certificationEventOf(transition), entry.chain, entry.sequence, entry.at);

const history = (transition: Transition, entry: AuditEntry): IndexKeys =>
  transition.entity === 'participant' ? listedAs.historyOf(transition.key, entry.sequence) : {};

export interface SealedTransition {
  readonly writes: readonly TransactItem[];
  /** Where the audit entry lies and what proves it is ours. */
  readonly auditKey: TableKey;
  readonly hash: string;
}

/** The new state on condition of the old version, and its audit entry: one cannot be without the other. */
export const sealTransition = (table: Table, transition: Transition, commit: Commit): SealedTransition => {
  const entry = auditEntryOf(transition, commit);
  const key = auditKey(transition, entry);
  const auditItem = { ...auditItemOf(entry), ...key, ...history(transition, entry) };
  return {
    writes: [stateWrite(table, transition, entry), insertNew(table, auditItem)],
    auditKey: key,
    hash: entry.hash,
  };
};
