import { describe, expect, test } from 'vitest';
import { accessRules } from './rules/access.ts';
import { apiRules } from './rules/api.ts';
import { edgeRules } from './rules/edge.ts';
import { flowRules } from './rules/flows.ts';
import { functionRules } from './rules/functions.ts';
import { queueRules } from './rules/queues.ts';
import { storageRules } from './rules/storage.ts';
import { resourcesIn } from './template.ts';

const deployed = resourcesIn('cdk.out');

const rooms = {
  storage: storageRules,
  queues: queueRules,
  functions: functionRules,
  access: accessRules,
  'the API': apiRules,
  'pages and people': edgeRules,
  workflows: flowRules,
};

describe.each(Object.entries(rooms))('in %s', (_room, rules) => {
  test.each(rules)('$says', ({ offenders }) => {
    expect(offenders(deployed)).toEqual([]);
  });

  test.each(rules)('it would be noticed if not: $says', ({ offenders, weaken }) => {
    const copy = structuredClone(deployed);
    weaken(copy);
    expect(offenders(copy)).not.toEqual([]);
  });
});
