import * as z from 'zod';
import {
  categoryChanges,
  categoryWithWarnings,
  localMember,
  localMemberBody,
  localMemberWithWarnings,
  newCategoryBody,
  stateMemberBody,
} from '../schemas/category.ts';
import { category } from '../schemas/directory.ts';
import { categoryId, organizationId, userId } from '../schemas/ids.ts';
import { pageOf, paging } from '../schemas/paging.ts';
import { text } from '../schemas/text.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const one = '/v1/categories/{id}';
const oneCategory = z.strictObject({ id: categoryId });
const stateMember = z.strictObject({ id: categoryId, userId });
const oneLocalMember = z.strictObject({ id: categoryId, districtId: organizationId, userId });
const shared = { area: 'directory', auth: 'token', query: none } as const;
const put = { ...shared, method: 'PUT', status: 200, ifMatch: true } as const;
const remove = { ...shared, method: 'DELETE', body: null, reply: null, status: 204, ifMatch: true } as const;

export const createCategory = operation({
  ...shared,
  operationId: 'createCategory',
  method: 'POST',
  path: '/v1/categories',
  summary: 'A new category, unpublished and without members',
  params: none,
  body: newCategoryBody,
  reply: category,
  status: 201,
  ifMatch: false,
});

export const changeCategory = operation({
  ...shared,
  operationId: 'changeCategory',
  method: 'PATCH',
  path: one,
  summary: 'Another name or description, active or not; one that a published certification event uses stays active',
  params: oneCategory,
  body: categoryChanges,
  reply: category,
  status: 200,
  ifMatch: true,
});

export const publishCategory = operation({
  ...shared,
  operationId: 'publishCategory',
  method: 'POST',
  path: `${one}/publish`,
  summary: 'Shows the category to districts, who then list their members',
  params: oneCategory,
  body: none,
  reply: category,
  status: 200,
  ifMatch: false,
});

export const setStateMember = operation({
  ...put,
  operationId: 'setStateMember',
  path: `${one}/state-members/{userId}`,
  summary: 'Makes somebody of the state approver or reviewer',
  params: stateMember,
  body: stateMemberBody,
  reply: categoryWithWarnings,
});

export const removeStateMember = operation({
  ...remove,
  operationId: 'removeStateMember',
  path: `${one}/state-members/{userId}`,
  summary: 'Takes somebody of the state out of the category',
  params: stateMember,
});

export const listLocalMembers = operation({
  ...shared,
  operationId: 'listLocalMembers',
  method: 'GET',
  path: `${one}/local-members`,
  summary: "Who certifies and who reviews: of all districts for the state, else of one's own",
  params: oneCategory,
  query: z.strictObject({
    ...paging,
    name: text(200).optional(),
    districtId: organizationId.optional(),
    role: z.enum(['CERTIFIER', 'REVIEWER']).optional(),
  }),
  body: null,
  reply: pageOf(localMember),
  status: 200,
  ifMatch: false,
});

export const setLocalMember = operation({
  ...put,
  operationId: 'setLocalMember',
  path: `${one}/local-members/{districtId}/{userId}`,
  summary: 'Makes somebody of the district certifier or reviewer, for all of its schools or for some',
  params: oneLocalMember,
  body: localMemberBody,
  reply: localMemberWithWarnings,
});

export const removeLocalMember = operation({
  ...remove,
  operationId: 'removeLocalMember',
  path: `${one}/local-members/{districtId}/{userId}`,
  summary: "Takes somebody off the district's list",
  params: oneLocalMember,
});

export const categoryOperations = [
  createCategory,
  changeCategory,
  publishCategory,
  setStateMember,
  removeStateMember,
  listLocalMembers,
  setLocalMember,
  removeLocalMember,
] as const;
