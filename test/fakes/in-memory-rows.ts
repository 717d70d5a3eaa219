import type { EntityName } from '../../shared/application/entities.ts';
import type { EntityRow, TableRow } from '../../shared/application/ports/table-rows.ts';
import { certificationEventId, organizationId } from '../../shared/kernel/ids.ts';
import { type InMemoryData } from './in-memory-data.ts';

const fenceShards = 32;

const entitiesOf = <Name extends EntityName>(data: InMemoryData, entity: Name): readonly EntityRow[] =>
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a name with its own states is one arm of the union, which the compiler cannot see through the type parameter
  [...data.states[entity].values()].map((read) => ({ row: 'entity', entity, ...read }) as EntityRow);

const isEntityName = (data: InMemoryData, name: string): name is EntityName => Object.hasOwn(data.states, name);

const partsOf = (name: string): readonly string[] => name.split('/');

/** Everything the fakes remember, as the real table is read row by row. */
export const rowsOf = (data: InMemoryData): readonly TableRow[] => {
  const names: readonly EntityName[] = Object.keys(data.states).filter((name): name is EntityName =>
    isEntityName(data, name),
  );
  const eventOfRun = (id: string) => data.states.run.get(`run/${id}`)?.state.certificationEventId ?? null;
  return structuredClone([
    ...names.flatMap((entity) => entitiesOf(data, entity)),
    ...data.audit.map(
      (row): TableRow => ({ row: 'audit', certificationEventId: row.certificationEventId ?? null, entry: row.entry }),
    ),
    ...[...data.bodies].map(([name, body]): TableRow => {
      const [event = '', bodyId = ''] = partsOf(name);
      return { row: 'body', certificationEventId: certificationEventId(event), bodyId, body };
    }),
    ...[...data.fences].flatMap(([id, fence]) =>
      Array.from({ length: fenceShards }, (): TableRow => ({ row: 'fence', certificationEventId: id, ...fence })),
    ),
    ...[...data.ruleVersions.values()].map((version): TableRow => ({ row: 'ruleVersion', version })),
    ...[...data.datasetVersions].map(
      ([name, version]): TableRow => ({
        row: 'datasetVersion',
        organizationId: organizationId(partsOf(name)[0] ?? ''),
        version,
      }),
    ),
    ...[...data.versionPins].map(
      ([name, pin]): TableRow => ({
        row: 'versionPin',
        organizationId: organizationId(partsOf(name)[0] ?? ''),
        pin,
      }),
    ),
    ...[...data.records.values()].map(({ record }): TableRow => {
      const { answer: _, ...request } = record;
      return { row: 'request', request };
    }),
    ...[...data.outbox.values()].map(({ row }): TableRow => ({ row: 'outbox', message: row })),
    ...[...data.alerts.values()].map((alert): TableRow => ({ row: 'alert', alert })),
    ...data.views.map((view): TableRow => ({ row: 'view', certificationEventId: eventOfRun(view.runId), view })),
    ...data.refusals.map((refusal): TableRow => ({ row: 'refusal', refusal })),
    ...[...data.leases.values()].map((lease): TableRow => ({ row: 'lease', lease })),
    ...[...data.waits.values()].flatMap(({ wait, dueAt }): readonly TableRow[] =>
      dueAt === null ? [] : [{ row: 'wait', wait }],
    ),
  ]);
};
