/** One way a thing may go: from a status (null: it did not exist) by what happened to another status. */
export interface Edge<Status extends string, Happening extends string> {
  readonly from: Status | null;
  readonly by: Happening;
  readonly to: Status;
}

/** The whole table of an aggregate. What happens without an edge here leaves the status as it is. */
export interface Machine<Status extends string, Happening extends string> {
  readonly statuses: readonly Status[];
  /** Statuses that nothing leads out of. */
  readonly final: readonly Status[];
  readonly edges: readonly Edge<Status, Happening>[];
}
