import { join } from 'node:path';
import type { CompletedSnapshot } from '../../domain/snapshot/state.ts';
import type { ReportFormat } from '../../domain/validation-run/state.ts';
import type { Scene } from '../participants/scene.ts';
import type { ReportHeader, ReportTable } from '../ports/engine.ts';
import { namesOf } from '../runs/report-objects.ts';
import type { ReportPorts } from '../runs/report.ts';
import { type Aggregates, aggregatesOf, type SnapshotAggregate } from './aggregates.ts';

const secondsOpen = 120;

const columns = ['School', 'Records', 'Year before', 'Difference', 'Difference %'];

const rowOf = ({ schoolId, rows, priorRows, delta, deltaPercent }: SnapshotAggregate) => ({
  School: schoolId ?? 'All',
  Records: rows,
  'Year before': priorRows,
  Difference: delta,
  'Difference %': deltaPercent,
});

const tablesOf = (aggregates: readonly SnapshotAggregate[]): readonly ReportTable[] =>
  [...Map.groupBy(aggregates, ({ dataset }) => dataset)].map(([dataset, found]) => ({
    dataset,
    title: 'Records by school',
    columns,
    rows: found.map(rowOf),
  }));

const headerOf = async (ports: ReportPorts, scene: Scene, snapshot: CompletedSnapshot): Promise<ReportHeader> => ({
  title: `${scene.certificationEvent.state.published.outline.name}: state data snapshot`,
  ...(await namesOf(ports.store, snapshot)),
  dataName: 'State data snapshot',
  generatedAt: snapshot.takenAt,
  timeZone: scene.caller.agency.timeZone,
});

const write = async (
  ports: ReportPorts,
  scene: Scene,
  { snapshot, aggregates }: { readonly snapshot: CompletedSnapshot } & Aggregates,
  { format, key }: { readonly format: ReportFormat; readonly key: string },
): Promise<void> => {
  const header = await headerOf(ports, scene, snapshot);
  await ports.folders.within(async (folder) => {
    const target = join(folder, `report.${format}`);
    await ports.reports.writeTables(format, header, tablesOf(aggregates), target);
    await ports.objects.putFile('reports', key, target, 'application/octet-stream');
  });
};

/** A link to what a snapshot holds, and the numbers themselves. Written when it is first wanted, from records alone. */
export const snapshotReportLink = async (
  ports: ReportPorts,
  scene: Scene,
  snapshot: CompletedSnapshot,
  format: ReportFormat,
) => {
  const found = await aggregatesOf(ports.store, scene, snapshot);
  const { prior, aggregates } = found;
  const key = `snapshots/${snapshot.id}/${prior?.id ?? 'first'}/report.${format}`;
  if ((await ports.objects.fingerprint('reports', key)) === undefined)
    await write(ports, scene, { snapshot, ...found }, { format, key });
  const shown = format === 'html' ? 'INLINE' : 'ATTACHMENT';
  const link = await ports.objects.presignGet('reports', key, `snapshot-${snapshot.id}.${format}`, secondsOpen, shown);
  return {
    ...link,
    format,
    prior: prior && { id: prior.id, certificationEventId: prior.certificationEventId, takenAt: prior.takenAt },
    aggregates,
  };
};
