/** The state education agency: one a deployment. Date-only fields are read in its zone. */
export interface Agency {
  readonly name: string;
  readonly shortName: string;
  readonly timeZone: string;
  readonly warningPolicy: 'NONE' | 'ACKNOWLEDGE' | 'EXPLAIN';
}
