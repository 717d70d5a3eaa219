/**
 * A failure with the name that Retry and Catch compare and the cause that a Catch hands on. A terminal one
 * (States.Runtime, States.DataLimitExceeded) is neither retried nor caught, whatever the definition says.
 */
export class FlowError extends Error {
  /** Read by the interpreter. */
  readonly isRetryable: boolean;
  readonly isCatchable: boolean;

  constructor(name: string, cause: string, terminal = false) {
    super(cause);
    this.name = name;
    this.isRetryable = !terminal;
    this.isCatchable = !terminal;
  }
}

/** What a task that was stopped together with its execution, Map or time-out ends with. It reaches no history. */
export class Stopped extends FlowError {
  constructor() {
    super('Stopped', 'The walk was stopped', true);
  }
}

/** The TimeoutSeconds of the machine itself have passed. */
export class MachineTimeout extends FlowError {
  constructor() {
    super('States.Timeout', 'The execution ran out of time', true);
  }
}

/** Name and cause of anything thrown. */
export function describeFailure(thrown: unknown): { readonly error: string; readonly cause: string } {
  return thrown instanceof Error
    ? { error: thrown.name, cause: thrown.message }
    : { error: 'Error', cause: String(thrown) };
}
