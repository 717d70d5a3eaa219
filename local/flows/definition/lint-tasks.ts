import type { AslState } from './asl.ts';
import { parseResource } from './resource.ts';

/** More would be promised than an inline Map gives: AWS runs at most forty iterations at once. */
const mostIterations = 40;

export function taskProblems(state: AslState): string[] {
  if (state.Type === 'Map' && Number(state['MaxConcurrency'] ?? 0) > mostIterations) {
    return [`MaxConcurrency is at most ${mostIterations} in an inline Map`];
  }
  if (state.Type !== 'Task') return [];
  const resource = parseResource(String(state['Resource']));
  if (!resource) return [`the resource ${String(state['Resource'])} is not integrated here`];
  const parameters = JSON.stringify(state['Parameters'] ?? {});
  if (resource.waitsForToken && !parameters.includes('$$.Task.Token')) {
    return ['nobody could answer: the Parameters do not hand out $$.Task.Token'];
  }
  if (parameters.includes('"InvocationType":"Event"')) return ['a function is invoked RequestResponse only'];
  return [];
}
