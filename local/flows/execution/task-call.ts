import type { TaskResource } from '../definition/resource.ts';
import type { FlowRun } from './flow-run.ts';
import type { WalkScope } from './walk-scope.ts';

/** A Task state about to make one attempt. */
export interface TaskCall {
  readonly run: FlowRun;
  readonly scope: WalkScope;
  readonly name: string;
  readonly resource: TaskResource;
  readonly input: unknown;
}
