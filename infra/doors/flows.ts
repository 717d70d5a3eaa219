import type { Construct } from 'constructs';
import type { Door } from '../constructs/door.ts';
import type { MachineName } from '../constructs/naming.ts';
import { answerWaits } from '../constructs/flow.ts';
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
      data.data.read(''),
      data.data.write(''),
      data.reports.read('flows/'),
      data.reports.write('flows/'),
    ),
    approval: door(
      'flow-approval',
      data.table.commit('GSI1', 'GSI3'),
      data.data.read('certificates/'),
      data.data.write('certificates/'),
      answerWaits(scope, house.stage),
    ),
  };
};
