import { isFields } from '../fields.ts';
import type { Found, Invariant, Part } from '../invariant.ts';

/** Columns of the declared student data that tell who a child is; what names an organization is none. */
const studentColumns = ({ directory }: Part): ReadonlySet<string> =>
  new Set(
    directory
      .of('dataset')
      .flatMap(({ state }) => (state.name.startsWith('student') ? state.columns.map(({ name }) => name) : []))
      .filter((name) => /^student|^(first|middle|last|sur|maiden)|birth|sex|race/i.test(name)),
  );

const namesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]);
};

// People who work here have names too, and a declaration names its columns.
const isAboutData = (chain: string): boolean => /^(user|dataset)\//.test(chain);

/**
 * Names of student columns where ids alone belong. Values are hunted by canaries over logs, queues, histories and alerts in
 * the tests that plant them.
 */
export const noStudentData: Invariant = {
  number: 29,
  slug: 'no-student-data',
  sentence: 'No field of a student record lies in audit entries, messages, alerts or refusals.',
  check(part): Found {
    const columns = studentColumns(part);
    const isClean = (value: unknown): boolean => !namesIn(value).some((name) => columns.has(name));
    const entries = [...part.own.chains].flatMap(([chain, all]) => (isAboutData(chain) ? [] : all));
    return [
      ...entries
        .filter((entry) => !isClean([entry.before, entry.after]))
        .map((entry) => `${entry.chain}: entry ${entry.sequence} holds a field of a student record`),
      ...part.own
        .rows('outbox')
        .filter(({ message }) => !isClean(message.message))
        .map(({ message }) => `outbox ${message.id}: it holds a field of a student record`),
      ...part.own
        .rows('alert')
        .filter(({ alert }) => !isClean(alert))
        .map(({ alert }) => `alert ${alert.id}: it holds a field of a student record`),
    ];
  },
};
