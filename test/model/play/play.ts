import type { Asked, Question, Reply } from '../system/played.ts';
import type { Verdict } from '../workflow/verdict.ts';

/** One command as the product is asked for it, what the text says to that, and what becomes of the world when it is accepted. */
export interface Play {
  /** Null: there is nothing yet that could be asked for. */
  readonly ask: (asked: Asked, eventId: string) => Promise<Question | null>;
  readonly verdict: Verdict;
  readonly status: number;
  readonly effect: () => void;
  /** What else the reply must say. */
  readonly check?: (reply: Reply) => string | null;
}

const unprocessable = [
  'REASON_REQUIRED',
  'DATES_INVALID',
  'DUE_DATE_INVALID',
  'ATTESTATION_REQUIRED',
  'LEVEL_FIXED',
  'REPORTING_YEAR_FIXED',
  'REFERENCE_UNKNOWN',
  'SNAPSHOT_TIME_INVALID',
];

/** The status that goes with a reason to refuse. */
export const statusOf = (code: string): number => {
  if (code === 'NOT_FOUND') return 404;
  if (code === 'FORBIDDEN') return 403;
  return unprocessable.includes(code) ? 422 : 409;
};

const events = '/v1/certification-events';

export const onEvent =
  (question: Omit<Question, 'path'>, rest = '') =>
  async (_asked: Asked, eventId: string): Promise<Question> => ({ ...question, path: `${events}/${eventId}${rest}` });

export const onCertification =
  (by: string, org: string, rest: string, body: unknown = {}) =>
  async (_asked: Asked, eventId: string): Promise<Question> => ({
    by,
    method: 'POST',
    path: `/v1/certifications/${eventId}/${org}${rest}`,
    body,
  });

/** What the wizard of this person names: the run of a step, or the open request. */
export const named =
  (
    by: string,
    org: string,
    nameIn: (wizard: Reply['body']) => string | null,
    question: (name: string, eventId: string) => Question,
  ) =>
  async (asked: Asked, eventId: string): Promise<Question | null> => {
    const wizard = await asked.ask({ by, method: 'GET', path: `/v1/certifications/${eventId}/${org}` });
    // Who may not read it has nothing that he could name.
    if (wizard.status === 403) return null;
    if (wizard.status !== 200) return question('nothing', eventId);
    const name = nameIn(wizard.body);
    return name === null ? null : question(name, eventId);
  };
