import * as z from 'zod';
import type { Resource } from '../runtime.ts';
import type { Doors } from './identity.ts';
import { resolveReferences } from './dynamic-references.ts';
import { noValue, resolve } from './intrinsics.ts';
import { toLocalAddresses } from './local-addresses.ts';
import { type Manifest, readManifest, type Stack } from './manifest.ts';
import { emulatedTypes, ignoredTypes } from './resource-types.ts';
import { type StackScope, stackScope } from './stack-scope.ts';

export interface Assembly {
  /** Resources of the emulated types, intrinsics resolved to local values. */
  readonly resources: readonly Resource[];
  /** Stack name to output name to value. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The file or folder behind an asset's object key (`<hash>.zip`, `<hash>.json`); undefined for a key of no asset. */
  assetPath(objectKey: string): string | undefined;
}

/**
 * Reads the synthesized assembly and gives every resource its name on this machine.
 * Throws, naming type and logical id, when a template holds a type that is neither emulated nor ignored on purpose.
 */
export function loadAssembly(directory: string, doors: Doors): Assembly {
  const manifest = readManifest(directory);
  refuseUnlistedTypes(manifest.stacks);
  const scopes = scopesOf(manifest.stacks, doors);
  return {
    resources: manifest.stacks.flatMap((stack) => resourcesOf(stack, scopeOf(scopes, stack), doors)),
    outputs: Object.fromEntries(
      manifest.stacks.map((stack) => [stack.name, outputsOf(stack, scopeOf(scopes, stack), doors)]),
    ),
    assetPath: (objectKey) => assetPath(manifest, objectKey),
  };
}

export function resourcesOfType(resources: readonly Resource[], ...types: readonly string[]): Resource[] {
  return resources.filter(({ type }) => types.includes(type));
}

function refuseUnlistedTypes(stacks: readonly Stack[]): void {
  const unlisted = stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources)
      .filter(([, { Type }]) => !emulatedTypes.has(Type) && !ignoredTypes.has(Type))
      .map(([logicalId, { Type }]) => `  ${Type} (${stack.name}/${logicalId})`),
  );
  if (unlisted.length === 0) return;
  throw new Error(
    `The template holds resources the local runtime neither emulates nor ignores on purpose:\n${unlisted.join('\n')}`,
  );
}

function scopesOf(stacks: readonly Stack[], doors: Doors): Map<string, StackScope> {
  const scopes = new Map<string, StackScope>();
  const importValue = (name: string): unknown => {
    for (const stack of stacks) {
      const scope = scopeOf(scopes, stack);
      for (const output of Object.values(stack.template.Outputs)) {
        if (output.Export && resolve(output.Export.Name, scope) === name) return resolve(output.Value, scope);
      }
    }
    throw new Error(`No stack exports ${name}`);
  };
  for (const stack of stacks) scopes.set(stack.name, stackScope(stack, doors, importValue));
  return scopes;
}

function scopeOf(scopes: ReadonlyMap<string, StackScope>, stack: Stack): StackScope {
  const scope = scopes.get(stack.name);
  if (!scope) throw new Error(`Stack ${stack.name} was not read`);
  return scope;
}

const record = z.record(z.string(), z.unknown());

function resourcesOf(stack: Stack, scope: StackScope, doors: Doors): Resource[] {
  return Object.entries(stack.template.Resources)
    .filter(([logicalId, { Type }]) => emulatedTypes.has(Type) && scope.exists(logicalId))
    .map(([logicalId, { Type, Properties, Metadata }]) => {
      const { ref, arn } = scope.identity(logicalId);
      const properties = record.parse(toLocalAddresses(resolveReferences(resolve(Properties, scope)), doors));
      return { stack: stack.name, logicalId, type: Type, physicalId: ref, arn, properties, metadata: Metadata };
    });
}

function outputsOf(stack: Stack, scope: StackScope, doors: Doors): Record<string, string> {
  const resolved = Object.entries(stack.template.Outputs).map(
    ([name, { Value }]) => [name, toLocalAddresses(resolve(Value, scope), doors)] as const,
  );
  return Object.fromEntries(resolved.flatMap(([name, value]) => (value === noValue ? [] : [[name, String(value)]])));
}

function assetPath(manifest: Manifest, objectKey: string): string | undefined {
  return manifest.assets.get(objectKey.replace(/\.[a-z]+$/, ''));
}
