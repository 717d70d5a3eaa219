import { api } from '../../../shared/wiring/api.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { validationDoors } from './doors.ts';
import { dataComparer } from './data-comparer.ts';
import { findingsReader, reportWriter } from './findings-engine.ts';
import { ruleEngine } from '../../../shared/engine/trial/rule-engine.ts';

const engine = { folders: workFolders(), findings: findingsReader(), reports: reportWriter(), rules: ruleEngine() };
const ports = { ...tablePorts(), objects: objectStore('data', 'reports'), ...engine, comparer: dataComparer() };

export const handler = api(validationDoors(ports), ports);
