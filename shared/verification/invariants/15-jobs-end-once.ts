import { uploadMachine } from '../../domain/dataset/transitions.ts';
import { runMachine } from '../../domain/validation-run/transitions.ts';
import { instantFromMillis, millisOf } from '../../kernel/instant.ts';
import { chainOfRow } from '../chain-of-row.ts';
import { strayEdges } from '../edges.ts';
import { textAt } from '../fields.ts';
import { type Found, type Invariant, none, type Part } from '../invariant.ts';

const longestMillis = 30 * 60_000;

type Job = ReturnType<typeof jobsIn>[number];

const jobsIn = ({ own }: Part) => [...own.of('run'), ...own.of('upload'), ...own.of('snapshot')];

// An upload that was announced waits for a person, and a completed snapshot goes on to stand for something.
const isOpen = ({ state }: Job): boolean =>
  state.status === 'QUEUED' || state.status === 'RUNNING' || state.status === 'RECEIVED' || state.status === 'CHECKING';

const overdue = (part: Part): Found => {
  const since = instantFromMillis(millisOf(part.now) - longestMillis);
  return jobsIn(part)
    .filter(isOpen)
    .flatMap((job) => {
      const chain = chainOfRow(job);
      const last = part.own.history(chain).at(-1)?.entry.at ?? '';
      return last < since ? [`${chain}: it has been ${job.state.status} since ${last}`] : none;
    });
};

const stray = ({ own }: Part): Found => [
  ...own
    .of('run')
    .flatMap((row) => strayEdges(runMachine, (state) => textAt(state, 'status'), own.history(chainOfRow(row)))),
  ...own
    .of('upload')
    .flatMap((row) => strayEdges(uploadMachine, (state) => textAt(state, 'status'), own.history(chainOfRow(row)))),
];

/** How long a job may take is judged of a running system only; a fault that lasts is told by the alarms. */
export const jobsEndOnce: Invariant = {
  number: 15,
  slug: 'jobs-end-once',
  sentence: 'Every accepted job reaches exactly one end, within 30 minutes.',
  check: (part) => [...stray(part), ...(part.live ? overdue(part) : none)],
};
