import { accessRules } from './access.ts';
import { alarmRules } from './alarms.ts';
import { apiRules } from './api.ts';
import { dashboardRules } from './dashboard.ts';
import { edgeRules } from './edge.ts';
import { flowRules } from './flows.ts';
import { functionRules } from './functions.ts';
import { outputRules } from './outputs.ts';
import { queueRules } from './queues.ts';
import { resourcePolicyRules } from './resource-policies.ts';
import { storageRules } from './storage.ts';
import { watchRules } from './watch.ts';

/** What holds for every deployment. */
export const rooms = {
  storage: storageRules,
  queues: queueRules,
  functions: functionRules,
  access: accessRules,
  'policies of resources': resourcePolicyRules,
  'the API': apiRules,
  'pages and people': edgeRules,
  workflows: flowRules,
  alarms: alarmRules,
  outputs: outputRules,
  'the dashboard': dashboardRules,
};

/** What holds for production besides. */
export const productionRooms = { 'what watches over production': watchRules };
