/**
 * The words the parts of the local runtime share. A part emulates one AWS service or carries one real engine; none knows the domain.
 */

/** One resource of the synthesized template, intrinsics resolved to local values. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** What `Ref` gives: table name, queue URL, bucket name, function name, state machine ARN ... */
  readonly physicalId: string;
  /** What `Fn::GetAtt Arn` gives, where the type has one. */
  readonly arn: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The movable clock. Forward only; visibility time-outs and retries stay on the host clock. */
export interface LocalClock {
  now(): Date;
  offsetMs(): number;
  /** Throws when `instant` lies before now. Resolves after every listener (due schedules, sweep) has settled. */
  moveTo(instant: Date): Promise<void>;
  onMove(listener: (now: Date) => Promise<void>): void;
}

export interface InvokeOutcome {
  readonly payload: unknown;
  /** `Handled`, `Unhandled`, as Lambda's X-Amz-Function-Error. The payload then holds errorType and errorMessage. */
  readonly functionError: string | undefined;
}

/** Calls a function of the template, by ARN or name, in a real Lambda runtime client process. */
export interface Invoker {
  invoke(functionArnOrName: string, payload: unknown): Promise<InvokeOutcome>;
}

/**
 * Hears what passes and stands nowhere afterwards: every message put into a queue, whole, and the first line of every
 * request to the origin and to the AWS gateway, with the address as it came.
 */
export type Overhear = (place: string, text: string) => void;

/** An in-process AWS service behind the gateway: JSON protocols by target, REST protocols by method and path. */
export interface AwsRequest {
  readonly service: string;
  readonly method: string;
  /** Path with query, as received. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Logical name of the calling function or operator, from the access key id; undefined for presigned and unsigned calls. */
  readonly caller: string | undefined;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export type AwsService = (request: AwsRequest) => Promise<AwsResponse>;

/** Something started and stopped with the runtime. `stop` is safe to call twice and leaves no process or timer behind. */
export interface Part {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}
