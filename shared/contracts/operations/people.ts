import * as z from 'zod';
import { categoryId, organizationId, userId } from '../schemas/ids.ts';
import { flag, pageOf, paging } from '../schemas/paging.ts';
import { newUserBody, rightsBody, user, userChanges } from '../schemas/people.ts';
import { text } from '../schemas/text.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const oneUser = z.strictObject({ userId });
const shared = { area: 'directory', auth: 'token' } as const;

export const listUsers = operation({
  ...shared,
  operationId: 'listUsers',
  method: 'GET',
  path: '/v1/users',
  summary: 'People by name: all of them for the state, else those of the own district',
  params: none,
  query: z.strictObject({
    ...paging,
    /** Part of the name, user id, mail address or state staff id. */
    name: text(200).optional(),
    side: z.enum(['STATE', 'LOCAL']).optional(),
    organizationId: organizationId.optional(),
    categoryId: categoryId.optional(),
    active: flag.optional(),
    districtAdmin: flag.optional(),
  }),
  body: null,
  reply: pageOf(user),
  status: 200,
  ifMatch: false,
});

export const createUser = operation({
  ...shared,
  operationId: 'createUser',
  method: 'POST',
  path: '/v1/users',
  summary: 'A new person without any right, who is invited to sign in',
  params: none,
  query: none,
  body: newUserBody,
  reply: user,
  status: 201,
  ifMatch: false,
});

export const getUser = operation({
  ...shared,
  operationId: 'getUser',
  method: 'GET',
  path: '/v1/users/{userId}',
  summary: 'One person with rights and memberships',
  params: oneUser,
  query: none,
  body: null,
  reply: user,
  status: 200,
  ifMatch: false,
});

export const changeUser = operation({
  ...shared,
  operationId: 'changeUser',
  method: 'PATCH',
  path: '/v1/users/{userId}',
  summary: 'Changes a person; `active: false` shuts the account and ends the part in running certification events',
  params: oneUser,
  query: none,
  body: userChanges,
  reply: user,
  status: 200,
  ifMatch: true,
});

export const replaceRights = operation({
  ...shared,
  operationId: 'replaceRights',
  method: 'PUT',
  path: '/v1/users/{userId}/rights',
  summary: 'All tool rights of a person; a tool left out is taken away',
  params: oneUser,
  query: none,
  body: rightsBody,
  reply: user,
  status: 200,
  ifMatch: true,
});

export const peopleOperations = [listUsers, createUser, getUser, changeUser, replaceRights] as const;
