/** What runs of the validation find when they are worked on; BROKEN: the engine cannot do it at all. */
export type RunOutcome = 'CLEAN' | 'WARNING' | 'FATAL' | 'ERRORED' | 'BROKEN';

export interface Reply {
  readonly status: number;
  // A test reads a reply by the path it is about.
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Question {
  readonly by: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** How the world is when a sequence begins. */
export interface Setting {
  /** What the participants are: of this level are category, rules and groups. */
  readonly level: 'DISTRICT' | 'SCHOOL';
  /** Districts see the category and have listed their members. */
  readonly isCategoryPublished: boolean;
}

export const usualSetting: Setting = { level: 'DISTRICT', isCategoryPublished: true };

/** What the product calls the category and the groups of a sequence. */
export interface Place {
  readonly categoryId: string;
  readonly reportingYear: number;
  readonly groupIds: ReadonlyMap<string, string>;
  readonly ruleIds: ReadonlyMap<string, string>;
  readonly setting: Setting;
}

/** The product as people ask it, over its doors. */
export interface Asked {
  readonly zone: string;
  readonly place: Place;
  now(): number;
  /** The moment at which the next command is asked for: no two are asked for in the same one. */
  nextMoment(): number;
  ask(question: Question): Promise<Reply>;
}

/** The product whose workflows and workers are moved by hand. */
export interface Played extends Asked {
  /** Sends what was committed and brings every workflow as far as it goes without a person. */
  flows(): Promise<void>;
  /** The same, while no snapshot can be taken: of whole lists only the first attempt fails. */
  failingFlows(): Promise<void>;
  /** Works on every run that waits. */
  work(outcome: RunOutcome): Promise<void>;
  /** Workers take every run that waits, and do not answer. */
  hang(): Promise<void>;
  /** Whoever did not answer does so after all. */
  late(): Promise<void>;
  /** Five minutes later the sweeper has come round, and what it puts back waits again. */
  sweep(): Promise<void>;
  /** What became due has happened when this resolves. */
  moveTo(millis: number): Promise<void>;
  /** Asks, and takes back whatever came of it. */
  tryOut(question: Question): Promise<Reply>;
  /** What an operator's verification finds wrong with the whole table and its objects. */
  unsound(): Promise<readonly string[]>;
}
