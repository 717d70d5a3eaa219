import { addDays } from '../../../shared/kernel/calendar-date.ts';
import {
  ana,
  approved,
  backToBearCreek,
  bearCreek,
  type Beginning,
  certified,
  cora,
  grandBend,
  gus,
  joins,
  leaves,
  movesTo,
  opened,
  requested,
  short,
  stateDecides,
} from './stretches.ts';

/* How sequences begin that may share the product with others. */

/** The later ones are directed at edges that chance seldom finds. */
export const shared: readonly Beginning[] = [
  { opened: 0, stretches: [] },
  { opened: 2, stretches: [] },
  opened(),
  opened({ of: 'gus', commands: 5 }),
  opened(certified),
  opened(certified, stateDecides('REQUEST_RECERTIFICATION', grandBend), { of: 'gus', commands: 13 }),
  opened(...requested, { type: 'withdrawRequest', ...gus }),
  opened(...requested, stateDecides('APPROVE', grandBend)),
  opened(...requested, stateDecides('DECLINE_REQUEST', grandBend)),
  opened(...requested, stateDecides('REQUEST_RECERTIFICATION', grandBend)),
  opened(...approved, { type: 'request', ...gus }),
  opened(...approved, stateDecides('UNAPPROVE', grandBend), { type: 'withdrawSubmission', ...gus }),
  opened(
    { of: 'gus', commands: 4 },
    movesTo(18, 9),
    (world) => ({
      type: 'override',
      by: 'april',
      org: grandBend,
      user: 'gus',
      date: addDays(world.firstDay, 24),
    }),
    { of: 'gus', commands: 9 },
  ),
  { definition: short, ...opened(ana, cora, backToBearCreek, ana, cora) },
  opened({ of: 'gus', commands: 6 }, { type: 'work', outcome: 'FATAL' }),
  opened(
    { of: 'gus', commands: 2 },
    { type: 'cancel', ...gus, step: 'district-validation' },
    { type: 'retry', ...gus, step: 'district-validation' },
    { type: 'work', outcome: 'BROKEN' },
  ),
  opened(
    { type: 'save', by: 'admin', change: { description: 'changed' } },
    { type: 'discard', by: 'admin' },
    { type: 'close', by: 'admin', confirm: true },
    { type: 'save', by: 'admin', change: { description: 'too late' } },
  ),
  { definition: short, ...opened(ana, backToBearCreek, ana) },
  {
    definition: short,
    ...opened(ana, leaves('cora'), { type: 'flows' }, { type: 'confirmSent', by: 'ana', org: bearCreek }),
  },
  {
    definition: short,
    ...opened(
      ana,
      leaves('cora'),
      { type: 'flows' },
      joins('zoe'),
      { type: 'flows' },
      leaves('zoe'),
      { type: 'flows' },
      {
        type: 'confirmSent',
        by: 'bea',
        org: bearCreek,
      },
    ),
  },
  {
    opened: 0,
    stretches: [
      { type: 'close', by: 'admin', confirm: true },
      { type: 'delete', by: 'admin' },
    ],
  },
];
