/** A service's "no", as its client will read it. */
export class Refusal extends Error {
  override readonly name: string;
  readonly status: number;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(name: string, status = 400, more: Readonly<Record<string, unknown>> = {}) {
    super(name);
    this.name = name;
    this.status = status;
    this.more = more;
  }
}
