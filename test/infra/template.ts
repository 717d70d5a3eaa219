import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Foreign JSON, read by the path a rule is about. */
type Json = ReturnType<typeof JSON.parse>;

export interface Resource {
  readonly id: string;
  readonly stack: string;
  readonly Type: string;
  Properties: Json;
  DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** The stacks themselves, so that rules can speak of them like of what they hold. */
const stacksIn = (directory: string): Resource[] => {
  const { artifacts } = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'));
  return Object.entries<Json>(artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, { properties }]) => ({
      id,
      stack: id,
      Type: 'Attest::Stack',
      Properties: { TerminationProtection: properties.terminationProtection ?? false },
    }));
};

/** What we speak of like of resources though CloudFormation does not: the stacks, and what they tell. */
export const isResource = ({ Type }: Resource): boolean => !Type.startsWith('Attest::');

/** Every resource and output of every template in the folder, and the stacks. */
export const resourcesIn = (directory: string): Resource[] => [...stacksIn(directory), ...templatesIn(directory)];

const templatesIn = (directory: string): Resource[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.template.json'))
    .flatMap((file) => {
      const { Resources, Outputs = {} } = JSON.parse(readFileSync(join(directory, file), 'utf8'));
      const stack = file.replace('.template.json', '');
      return [
        ...Object.entries<Json>(Resources).map(([id, resource]) => ({ id, stack, Properties: {}, ...resource })),
        ...Object.entries<Json>(Outputs).map(([id, told]) => ({ id, stack, Type: 'Attest::Output', Properties: told })),
      ];
    });

export const ofType = (resources: readonly Resource[], ...types: readonly string[]): Resource[] =>
  resources.filter(({ Type }) => types.includes(Type));

/** The one resource to weaken; throws when there is none, so that no weakening is made on nothing. */
export const firstOf = (resources: readonly Resource[], type: string): Resource => {
  const [found] = ofType(resources, type);
  if (!found) throw new Error(`The template holds no ${type}`);
  return found;
};

/** A value with its intrinsic functions as readable marks: `<Table.Arn>/index/GSI1`. */
export const rendered = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name, argument] = ['', '']] = Object.entries(value);
  if (name === 'Fn::Join' && Array.isArray(argument)) return argument[1].map(rendered).join(argument[0]);
  if (name === 'Fn::GetAtt' && Array.isArray(argument)) return `<${argument.join('.')}>`;
  return `<${typeof argument === 'string' ? argument : JSON.stringify(argument)}>`;
};
