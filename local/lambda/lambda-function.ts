import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { type Assembly, resourcesOfType } from '../assembly/assembly.ts';
import { region } from '../assembly/identity.ts';
import { accessKeyIdOf } from '../gateway/callers.ts';
import { secretAccessKey } from '../gateway/presigned.ts';
import type { Resource } from '../runtime.ts';

/** A function of the template, ready to run from the folder its asset was made of. */
export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly codeFolder: string;
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** How many instances may run at once. */
  readonly concurrency: number;
  /** What the template gives it. */
  readonly variables: Readonly<Record<string, string>>;
  /** The template's variables and what Lambda adds, but for what differs by instance. */
  readonly environment: Readonly<Record<string, string>>;
}

const functionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string(),
  Role: z.string(),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).prefault({}),
  LoggingConfig: z.object({ LogFormat: z.string().optional() }).prefault({}),
});

/** What this machine bears, whatever is reserved in the cloud: each instance is a process of 50 to 95 MB. */
const largestConcurrency = Math.max(3, availableParallelism());

/** Function resources this runtime carries out: those of Node. The deployment provider of the pages is in Python; here nothing is deployed. */
export function nodeFunctions(resources: readonly Resource[]): Resource[] {
  return resourcesOfType(resources, 'AWS::Lambda::Function').filter(({ properties }) =>
    String(properties['Runtime']).startsWith('nodejs'),
  );
}

/** Throws when a function's code is not among the assets of the assembly. */
export function lambdaFunctions(assembly: Assembly, gateway: string): LambdaFunction[] {
  return nodeFunctions(assembly.resources).map((resource) => {
    const properties = functionProperties.parse(resource.properties);
    const codeFolder = assembly.assetPath(properties.Code.S3Key);
    if (!codeFolder) throw new Error(`${resource.logicalId}: its code ${properties.Code.S3Key} is no asset`);
    return {
      name: resource.physicalId,
      arn: resource.arn ?? '',
      roleArn: properties.Role,
      codeFolder,
      handler: properties.Handler,
      timeoutMs: properties.Timeout * 1_000,
      memoryMb: properties.MemorySize,
      concurrency: Math.min(properties.ReservedConcurrentExecutions ?? largestConcurrency, largestConcurrency),
      variables: properties.Environment.Variables,
      environment: {
        ...properties.Environment.Variables,
        ...lambdaVariables(resource.physicalId, properties, codeFolder),
        ...awsAccess(accessKeyIdOf(resource), gateway),
      },
    };
  });
}

/** How a process of this machine reaches the services: what the SDK reads from the environment. */
export function awsAccess(accessKeyId: string, gateway: string): Record<string, string> {
  const services = ['DYNAMODB', 'SQS', 'S3', 'SFN', 'SCHEDULER', 'SESV2', 'COGNITO_IDENTITY_PROVIDER'];
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...Object.fromEntries(services.map((service) => [`AWS_ENDPOINT_URL_${service}`, gateway])),
  };
}

function lambdaVariables(
  name: string,
  properties: z.infer<typeof functionProperties>,
  codeFolder: string,
): Record<string, string> {
  return {
    AWS_EXECUTION_ENV: `AWS_Lambda_${properties.Runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: properties.LoggingConfig.LogFormat ?? 'Text',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    LAMBDA_TASK_ROOT: codeFolder,
    TZ: ':UTC',
    _HANDLER: properties.Handler,
  };
}
