import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One resource of any stack. Its properties are foreign JSON, read by the path a rule is about. */
export const resourcesIn = (directory: string) =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.template.json'))
    .flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(join(directory, file), 'utf8')).Resources).map(([id, resource]) => ({
        id,
        stack: file.replace('.template.json', ''),
        ...parsed(resource),
      })),
    );

const parsed = (resource: unknown) => JSON.parse(JSON.stringify(resource));

export type Resource = ReturnType<typeof resourcesIn>[number];

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
