import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { Door } from '../../../shared/runtime/http/door.ts';
import { changeCategoryDoor } from './change-category.ts';
import { createCategoryDoor } from './create-category.ts';
import { listLocalMembersDoor } from './list-local-members.ts';
import { publishCategoryDoor } from './publish-category.ts';
import { removeLocalMemberDoor } from './remove-local-member.ts';
import { removeStateMemberDoor } from './remove-state-member.ts';
import { setLocalMemberDoor } from './set-local-member.ts';
import { setStateMemberDoor } from './set-state-member.ts';

/** Categories and who is in them. */
export const categoryDoors = (ports: Ports): readonly Door[] => [
  createCategoryDoor(ports),
  changeCategoryDoor(ports),
  publishCategoryDoor(ports),
  setStateMemberDoor(ports),
  removeStateMemberDoor(ports),
  listLocalMembersDoor(ports),
  setLocalMemberDoor(ports),
  removeLocalMemberDoor(ports),
];
