import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { Door, OpenDoor } from '../../../shared/runtime/http/door.ts';
import { categoryDoors } from './category-doors.ts';
import { dismissAlertsDoor } from './dismiss-alerts.ts';
import { getCategoryDoor } from './get-category.ts';
import { getMeDoor } from './get-me.ts';
import { getOpenApiDoor } from './get-open-api.ts';
import { getOrganizationDoor } from './get-organization.ts';
import { getSettingsDoor } from './get-settings.ts';
import { listAlertsDoor } from './list-alerts.ts';
import { listCategoriesDoor } from './list-categories.ts';
import { listOrganizationsDoor } from './list-organizations.ts';
import { peopleDoors } from './people-doors.ts';
import { readAlertDoor } from './read-alert.ts';

export const directoryDoors = (ports: Ports): readonly (Door | OpenDoor)[] => [
  getMeDoor(ports),
  getSettingsDoor(ports),
  listOrganizationsDoor(ports),
  getOrganizationDoor(ports),
  listCategoriesDoor(ports),
  getCategoryDoor(ports),
  listAlertsDoor(ports),
  readAlertDoor(ports),
  dismissAlertsDoor(ports),
  ...peopleDoors(ports),
  ...categoryDoors(ports),
  getOpenApiDoor(),
];
