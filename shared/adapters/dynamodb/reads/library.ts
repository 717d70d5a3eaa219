import * as z from 'zod';
import type { Store } from '../../../application/ports/store.ts';
import type { DatasetVersion } from '../../../domain/dataset/state.ts';
import type { RuleId } from '../../../kernel/ids.ts';
import { batchGet } from '../drain-batch.ts';
import { declaration } from '../entities/dataset.ts';
import { datasetVersion, versionPin } from '../entities/lanes.ts';
import { idOf } from '../entities/primitives.ts';
import { ruleVersion } from '../entities/rule-library.ts';
import { type ItemKind, kindOfItem } from '../item-kinds.ts';
import { keys, partitions, type TableKey } from '../keys.ts';
import { unpack } from '../packing.ts';
import { type Item, parseItem } from '../parse-item.ts';
import { getItem, queryAll } from '../read-items.ts';
import type { Table } from '../table.ts';
import { listOf } from './lists.ts';

const ruleVersionRow = z.object({ ruleVersion });
const declarationRow = z.object({ declaration });
const ruleCodeRow = z.object({ ruleId: idOf<RuleId>() });
const datasetVersionRow = z.object({ datasetVersion: z.instanceof(Uint8Array) });

// Whoever asks for a pinned version has it from a record: that it is missing is a fault, not an absence.
const allOf = async (table: Table, wanted: readonly TableKey[]): Promise<readonly Item[]> => {
  const items = await batchGet(table, wanted);
  const byKey = new Map(items.map((item) => [`${String(item['pk'])} ${String(item['sk'])}`, item]));
  return wanted.map(({ pk, sk }) => {
    const item = byKey.get(`${pk} ${sk}`);
    if (!item) throw new Error(`item ${pk} / ${sk} is missing`);
    return item;
  });
};

const versionIn = (item: Item): DatasetVersion =>
  parseItem(datasetVersion, item, unpack(parseItem(datasetVersionRow, item).datasetVersion));

/** Rules, groups, datasets and their immutable versions, in the order asked for. */
export const libraryReads = (
  table: Table,
): Pick<
  Store,
  | 'datasets'
  | 'declaration'
  | 'datasetVersions'
  | 'knownDatasetVersion'
  | 'ruleOfCode'
  | 'rules'
  | 'ruleVersions'
  | 'validationGroups'
  | 'versionsOf'
> => ({
  rules: () => listOf(table, 'rule', partitions.rules()),

  async ruleOfCode(code) {
    const item = await getItem(table, keys.ruleCode(code));
    return item && parseItem(ruleCodeRow, item).ruleId;
  },

  async ruleVersions(wanted) {
    const items = await allOf(
      table,
      wanted.map((rule) => keys.ruleVersion(rule.ruleId, rule.ruleVersion)),
    );
    return items.map((item) => parseItem(ruleVersionRow, item).ruleVersion);
  },

  validationGroups: () => listOf(table, 'validationGroup', partitions.validationGroups()),

  async declaration(name, version) {
    const item = await getItem(table, keys.declaration(name, version));
    return item && parseItem(declarationRow, item).declaration;
  },

  datasets: () => listOf(table, 'dataset', partitions.datasets()),

  async datasetVersions(organizationId, wanted) {
    const items = await allOf(
      table,
      Object.entries(wanted).map(([dataset, version]) => keys.datasetVersion(organizationId, dataset, version)),
    );
    return items.map(versionIn);
  },

  async knownDatasetVersion(organizationId, dataset, version) {
    const item = await getItem(table, keys.datasetVersion(organizationId, dataset, version));
    return item && versionIn(item);
  },

  async versionsOf(organizationId) {
    const items = await queryAll(table, partitions.districtVersions(organizationId), { consistent: true });
    const ofKind = (kind: ItemKind) =>
      items.filter((item) => kindOfItem({ pk: String(item['pk']), sk: String(item['sk']) }) === kind);
    return {
      versions: ofKind('datasetVersion').map(versionIn),
      pins: ofKind('versionPin').map((item) => parseItem(versionPin, item)),
    };
  },
});
