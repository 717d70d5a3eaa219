import type { Construct } from 'constructs';
import type { Door } from '../constructs/door.ts';
import { answerWaits } from '../constructs/flow.ts';
import type { MachineName } from '../constructs/naming.ts';
import { doorIn, type Surroundings } from './surroundings.ts';

/** The tasks of the workflows, one function a workflow. */
export const flowDoors = (scope: Construct, around: Surroundings): Readonly<Record<MachineName, Door>> => {
  const { data, house } = around;
  const door = doorIn(scope, around);
  return {
    publish: door('flow-publish', data.table.commit('GSI1')),
    snapshot: door(
      'flow-snapshot',
      data.table.commit('GSI1', 'GSI2'),
      data.data.create('snapshots/'),
      data.data.receive('datamart/'),
      data.data.read('lanes/', 'compacted/'),
      data.reports.create('flows/'),
    ),
    approval: door(
      'flow-approval',
      data.table.commit('GSI1'),
      data.data.create('certificates/'),
      answerWaits(scope, house.stage),
    ),
  };
};
