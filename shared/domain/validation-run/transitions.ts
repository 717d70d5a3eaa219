import type { Machine } from '../transitions.ts';
import type { RunHappening } from './happenings.ts';
import type { ValidationRun } from './state.ts';

/** Ends exactly once. */
export const runMachine = {
  statuses: ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'SUPERSEDED'],
  final: ['COMPLETED', 'FAILED', 'CANCELLED', 'SUPERSEDED'],
  edges: [
    { from: null, by: 'RunQueued', to: 'QUEUED' },
    { from: 'QUEUED', by: 'RunStarted', to: 'RUNNING' },
    { from: 'QUEUED', by: 'RunFailed', to: 'FAILED' },
    { from: 'QUEUED', by: 'RunCancelled', to: 'CANCELLED' },
    { from: 'QUEUED', by: 'RunSuperseded', to: 'SUPERSEDED' },
    { from: 'RUNNING', by: 'RunCompleted', to: 'COMPLETED' },
    { from: 'RUNNING', by: 'RunFailed', to: 'FAILED' },
    { from: 'RUNNING', by: 'RunCancelled', to: 'CANCELLED' },
    { from: 'RUNNING', by: 'RunRequeued', to: 'QUEUED' },
    { from: 'RUNNING', by: 'RunSuperseded', to: 'SUPERSEDED' },
  ],
} as const satisfies Machine<ValidationRun['status'], RunHappening['type']>;
