import type { Resource } from '../template.ts';

/**
 * Something that holds for every resource of the deployment, with the proof that it would be noticed if it did not:
 * `weaken` breaks it on a copy of the template, and `offenders` must then name somebody.
 */
export interface Rule {
  readonly says: string;
  readonly offenders: (resources: readonly Resource[]) => readonly string[];
  readonly weaken: (resources: readonly Resource[]) => void;
}

/** The ids of those for which the test is not true. */
export const unless = (resources: readonly Resource[], test: (resource: Resource) => boolean): string[] =>
  resources.filter((resource) => !test(resource)).map(({ stack, id }) => `${stack}/${id}`);
