import type { components } from './openapi.ts';

export type Problem = components['schemas']['Problem'];

type Told = Partial<Omit<Problem, 'code' | 'status'>>;

/** A refusal of the API, or a request that did not come through (status 0). The catalogue says it in words, by its code. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  readonly told: Told;

  constructor(code: string, status: number, told: Told = {}) {
    super(told.detail ?? code);
    this.code = code;
    this.status = status;
    this.told = told;
  }
}

/** What the gateway answers before our code is asked promises its status only. */
const codeOfStatus: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';

export const refusedBy = (response: Response, body: unknown): Refused =>
  isProblem(body)
    ? new Refused(body.code, response.status, body)
    : new Refused(codeOfStatus[response.status] ?? 'INTERNAL', response.status);

/** The request may or may not have arrived: whoever repeats it sends the same Idempotency-Key. */
export const notConnected = (): Refused => new Refused('NOT_CONNECTED', 0);

export const isRefused = (fault: unknown, ...codes: readonly string[]): fault is Refused =>
  fault instanceof Refused && (codes.length === 0 || codes.includes(fault.code));
