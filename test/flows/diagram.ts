import type { Definition, State } from './definition.ts';

/** A workflow as a mermaid state diagram: outcomes on the arrows of a choice, one dashed thought for every catch. */
export const diagramOf = (definition: Definition): string =>
  ['stateDiagram-v2', ...levelOf(definition).map((line) => `  ${line}`)].join('\n');

const levelOf = ({ StartAt, States }: Definition): string[] => [
  `[*] --> ${StartAt}`,
  ...Object.entries(States).flatMap(([name, state]) => linesOf(name, state)),
];

const linesOf = (name: string, state: State): string[] => [
  ...(state.Type === 'Choice' ? [`state ${name} <<choice>>`] : []),
  ...(state.ItemProcessor ? mapOf(name, state.ItemProcessor, state.MaxConcurrency ?? 0) : []),
  ...(state.Choices ?? []).map(({ StringEquals, Next }) => `${name} --> ${Next}: ${StringEquals}`),
  ...(state.Default ? [`${name} --> ${state.Default}: anything else`] : []),
  ...(state.Next ? [`${name} --> ${state.Next}`] : []),
  ...(state.Catch ?? []).map(({ Next }) => `${name} --> ${Next}: fault`),
  ...(isLast(state) ? [`${name} --> [*]`] : []),
];

const mapOf = (name: string, each: Definition, atOnce: number): string[] => [
  `state "${name}, ${atOnce} at once" as ${name} {`,
  ...levelOf(each).map((line) => `  ${line}`),
  '}',
];

const isLast = ({ Type, Next, Choices }: State): boolean => Type === 'Succeed' || Type === 'Fail' || !(Next ?? Choices);
