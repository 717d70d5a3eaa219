import * as z from 'zod';
import { accountId, type Doors, type Identity, namings, region } from './identity.ts';
import { resolve, type Scope } from './intrinsics.ts';
import type { Stack } from './manifest.ts';

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': accountId,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

export interface StackScope extends Scope {
  identity(logicalId: string): Identity;
  exists(logicalId: string): boolean;
}

/** The names visible inside one stack. `importValue` looks into the exports of all stacks. */
export function stackScope(stack: Stack, doors: Doors, importValue: (name: string) => unknown): StackScope {
  const { Resources, Parameters, Conditions, Mappings } = stack.template;
  const identities = new Map<string, Identity>();
  const scope: StackScope = {
    identity(logicalId) {
      const known = identities.get(logicalId) ?? identify(logicalId);
      identities.set(logicalId, known);
      return known;
    },
    exists(logicalId) {
      const condition = Resources[logicalId]?.Condition;
      return condition === undefined || scope.condition(condition);
    },
    ref(logicalId) {
      if (Resources[logicalId]) return scope.identity(logicalId).ref;
      const parameter = Parameters[logicalId];
      const value = pseudoParameters[logicalId] ?? (logicalId === 'AWS::StackName' ? stack.name : parameter?.Default);
      if (value === undefined) throw new Error(`${stack.name}: Ref to ${logicalId}, which has no value here`);
      return value;
    },
    attribute(logicalId, name) {
      const resource = Resources[logicalId];
      if (!resource) throw new Error(`${stack.name}: Fn::GetAtt of ${logicalId}, which does not exist`);
      const { ref, arn, attributes } = scope.identity(logicalId);
      const value = attributes[name] ?? (name === 'Arn' ? arn : undefined);
      if (value !== undefined) return value;
      if (namings[resource.Type])
        throw new Error(`${stack.name}: ${logicalId} (${resource.Type}) has no local ${name}`);
      return `${ref}.${name}`;
    },
    importValue,
    condition(name) {
      const definition = Conditions[name];
      if (definition === undefined) throw new Error(`${stack.name}: condition ${name} does not exist`);
      return resolve(definition, scope) === true;
    },
    mapping(map, first, second) {
      const value = Mappings[map]?.[first]?.[second];
      if (value === undefined) throw new Error(`${stack.name}: no mapping ${map}.${first}.${second}`);
      return value;
    },
  };

  function identify(logicalId: string): Identity {
    const resource = Resources[logicalId];
    if (!resource) throw new Error(`${stack.name}: ${logicalId} does not exist`);
    const naming = namings[resource.Type];
    const fallback = `${stack.name}-${logicalId}`;
    if (!naming) return { ref: fallback, arn: undefined, attributes: {} };
    // Only the naming properties: the others may refer back to this resource.
    const nameGiving = Object.entries(resource.Properties).filter(
      ([key]) => key === naming.property || key === 'GroupName',
    );
    const resolved = z.record(z.string(), z.unknown()).parse(resolve(Object.fromEntries(nameGiving), scope));
    const explicit = naming.property === undefined ? undefined : resolved[naming.property];
    const name = typeof explicit === 'string' ? explicit : fallback;
    return naming.identify(name, doors, resolved);
  }

  return scope;
}
