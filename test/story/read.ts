import type { Answer, Json } from './client.ts';

/** A member of an answer that must be a text. Throws with the whole answer where it is not, so that a test says why. */
export const textAt = (json: Json, name: string): string => {
  const value = json[name];
  if (typeof value !== 'string') throw new Error(`${name} is missing in ${JSON.stringify(json).slice(0, 500)}`);
  return value;
};

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export const jsonAt = (json: Json, name: string): Json => {
  const value = json[name];
  if (!isJson(value)) throw new Error(`${name} is missing in ${JSON.stringify(json).slice(0, 500)}`);
  return value;
};

export const listAt = (json: Json, name: string): readonly Json[] => {
  const value = json[name];
  if (!Array.isArray(value)) throw new Error(`${name} is no list in ${JSON.stringify(json).slice(0, 500)}`);
  return value.filter(isJson);
};

/** The body of an answer that must have this status. */
export const expectStatus = (answer: Answer, ...statuses: readonly number[]): Json => {
  if (!statuses.includes(answer.status))
    throw new Error(
      `expected ${statuses.join(' or ')}, got ${answer.status}: ${JSON.stringify(answer.body).slice(0, 800)}`,
    );
  return answer.body;
};

/** A refusal in short, `409 PAST_DUE`; only the status where the answer has no code. */
export const refusalOf = ({ status, body }: Answer): string =>
  typeof body['code'] === 'string' ? `${status} ${body['code']}` : `${status}`;
