import { isDeepStrictEqual } from 'node:util';
import { firstOf, ofType, type Resource } from './template.ts';

export type Weaken = (all: readonly Resource[]) => void;

/** What makes a deployment worse, and the rule that is there to notice it: that another one stumbles is luck. */
export interface Weakening {
  readonly breaks: string;
  readonly weaken: Weaken;
}

/** A copy made worse; throws when it is no different, so that nothing passes by weakening what is not there. */
export const weakened = (resources: readonly Resource[], weaken: Weaken): Resource[] => {
  const copy = structuredClone([...resources]);
  weaken(copy);
  if (isDeepStrictEqual(copy, resources)) throw new Error('There was nothing to weaken');
  return copy;
};

/** Sets a property of one resource, by its path; undefined takes it away. */
export const set = ({ id, Properties }: Resource, path: string, value?: unknown): void => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce((at, name) => at[name], Properties);
  if (value === undefined && !(last in holder)) throw new Error(`${id} has no ${path} to take away`);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
};

/** The same of the first resource of a type. */
export const setting =
  (type: string, path: string, value?: unknown): Weaken =>
  (all) => {
    set(firstOf(all, type), path, value);
  };

/** The first resource of a type that is meant; throws when there is none. */
export const oneOf = (all: readonly Resource[], type: string, isMeant: (resource: Resource) => boolean): Resource =>
  firstOf(ofType(all, type).filter(isMeant), type);

/** Takes every resource of a type out of the deployment. */
export const removing =
  (type: string): Weaken =>
  (all) => {
    for (const one of ofType(all, type)) Object.assign(one, { Type: `removed ${type}` });
  };

export const granting =
  (Action: string): Weaken =>
  (all) => {
    const { Statement } = firstOf(all, 'AWS::IAM::ManagedPolicy').Properties.PolicyDocument;
    Statement.push({ Effect: 'Allow', Action, Resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/attest' });
  };

export const named =
  (part: string) =>
  ({ id }: Resource): boolean =>
    id.startsWith(part);

/** Sets a property of the one of a type whose id begins so. */
export const settingOf =
  (type: string, id: string, path: string, value?: unknown): Weaken =>
  (all) => {
    set(oneOf(all, type, named(id)), path, value);
  };
