import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { Door } from '../../../shared/runtime/http/door.ts';
import { changeOrganizationDoor } from './change-organization.ts';
import { changeUserDoor } from './change-user.ts';
import { createOrganizationDoor } from './create-organization.ts';
import { createUserDoor } from './create-user.ts';
import { getUserDoor } from './get-user.ts';
import { listUsersDoor } from './list-users.ts';
import { replaceRightsDoor } from './replace-rights.ts';
import { replaceSettingsDoor } from './replace-settings.ts';

/** The agency with its organizations and people. */
export const peopleDoors = (ports: Ports): readonly Door[] => [
  replaceSettingsDoor(ports),
  createOrganizationDoor(ports),
  changeOrganizationDoor(ports),
  listUsersDoor(ports),
  createUserDoor(ports),
  getUserDoor(ports),
  changeUserDoor(ports),
  replaceRightsDoor(ports),
];
