import { runPublishTask } from '../../shared/application/flows/publish/tasks.ts';
import type { Ports } from '../../shared/application/ports/ports.ts';
import { certificationEventId } from '../../shared/kernel/ids.ts';
import { inDays } from '../../test/story/certification-event.ts';
import { listAt, textAt } from '../../test/story/read.ts';
import { askDoor } from './doors.ts';
import type { State } from './state.ts';

/** Creates a certification event, for the whole state without changes, and presses Publish; the flow has not begun then. */
export const beginPublishing = async (ports: Ports, state: State, changes: object = {}): Promise<string> => {
  const body = {
    name: 'Statewide',
    reportingYear: 2022,
    startDate: inDays(0),
    certificationOpensDate: inDays(0),
    endDate: inDays(14),
    level: 'DISTRICT',
    categoryId: state.categories.attendance,
    dataLinks: [{ type: 'VALIDATION_GROUP', groupId: state.groups.attendance }],
    participants: { all: true },
    snapshotMethod: 'NONE',
    ...changes,
  };
  const created = await askDoor(ports, state.admin, { operationId: 'createCertificationEvent', body });
  const id = textAt(created, 'id');
  await askDoor(ports, state.admin, { operationId: 'publishCertificationEvent', params: { id }, body: {} });
  return id;
};

/** What the publish flow does, task by task, and the chunks one after the other. */
export const carryOutPublishing = async (ports: Ports, id: string): Promise<void> => {
  const common = { certificationEventId: certificationEventId(id), revision: 1, execution: `${id}.1.1` };
  const plan = await runPublishTask(ports, { task: 'plan', ...common });
  for (const { chunk } of listAt({ ...plan }, 'chunks'))
    await runPublishTask(ports, { task: 'create-participants', ...common, chunk: Number(chunk) });
  const { outcome } = await runPublishTask(ports, { task: 'flip', ...common });
  if (outcome !== 'PUBLISHED') throw new Error(`publishing ended ${outcome}`);
};
