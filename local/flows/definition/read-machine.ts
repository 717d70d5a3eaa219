import * as z from 'zod';
import type { Resource } from '../../runtime.ts';
import { parseDefinition } from './asl.ts';
import { type CompiledFlow, compileFlow } from './compile.ts';
import { lintDefinition } from './lint.ts';

/** A state machine of the template, ready to run. */
export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  /** As written, with the substitutions applied. */
  readonly definition: string;
  readonly flow: CompiledFlow;
}

const propertiesSchema = z.looseObject({
  RoleArn: z.string(),
  StateMachineType: z.literal('STANDARD', 'is STANDARD only here').default('STANDARD'),
  DefinitionString: z.string().optional(),
  Definition: z.looseObject({}).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

/** Throws with every breach of the subset, one a line, when the machine cannot run here as on AWS. */
export function readMachine(resource: Resource): Machine {
  const properties = propertiesSchema.parse(resource.properties);
  const written = properties.DefinitionString ?? (properties.Definition && JSON.stringify(properties.Definition));
  if (written === undefined)
    throw new Error(`${resource.logicalId}: the definition stands in the template only, not in S3`);
  const definition = substitute(written, properties.DefinitionSubstitutions);
  const json: unknown = JSON.parse(definition);
  const problems = lintDefinition(json);
  if (problems.length > 0)
    throw new Error([`State machine ${resource.logicalId} breaks the local subset:`, ...problems].join('\n  '));
  const arn = resource.physicalId;
  const name = arn.split(':').at(-1) ?? arn;
  return {
    arn,
    name,
    roleArn: properties.RoleArn,
    definition,
    flow: compileFlow(parseDefinition(json)),
  };
}

function substitute(text: string, values: Readonly<Record<string, string | number | boolean>>): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
