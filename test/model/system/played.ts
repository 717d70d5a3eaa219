/** What runs of the validation find when they are worked on; BROKEN: the engine cannot do it at all. */
export type RunOutcome = 'CLEAN' | 'WARNING' | 'FATAL' | 'ERRORED' | 'BROKEN';

export interface Reply {
  readonly status: number;
  // A test reads a reply by the path it is about.
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Question {
  readonly by: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** The product as the model's driver plays it: asked over its doors, its workflows and workers moved by hand. */
export interface Played {
  readonly zone: string;
  now(): number;
  ask(question: Question): Promise<Reply>;
  /** Sends what was committed and brings every workflow as far as it goes without a person. */
  flows(): Promise<void>;
  /** Works on every run that waits. */
  work(outcome: RunOutcome): Promise<void>;
  /** What became due has happened when this resolves. */
  moveTo(millis: number): Promise<void>;
}
