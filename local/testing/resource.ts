import type { Resource } from '../runtime.ts';

/** A resource of the template, with the physical id and ARN the assembly would give it. */
export const aResource = (type: string, physicalId: string, properties: Resource['properties']): Resource => ({
  stack: 'Test',
  logicalId: physicalId,
  type,
  physicalId,
  arn: physicalId.startsWith('arn:') ? physicalId : undefined,
  properties,
  metadata: {},
});
