import { describe, expect, it } from 'vitest';
import { certificationEventMachine } from './certification-event/transitions.ts';
import { uploadMachine } from './dataset/transitions.ts';
import { participantMachine } from './participant/transitions.ts';
import { snapshotMachine } from './snapshot/transitions.ts';
import { timerMachine } from './timer/transitions.ts';
import type { Machine } from './transitions.ts';
import { runMachine } from './validation-run/transitions.ts';

const machines: readonly (readonly [name: string, machine: Machine<string, string>])[] = [
  ['certification event', certificationEventMachine],
  ['participant', participantMachine],
  ['validation run', runMachine],
  ['snapshot', snapshotMachine],
  ['upload', uploadMachine],
  ['timer', timerMachine],
];

const reachable = ({ edges }: Machine<string, string>): ReadonlySet<string> => {
  const reached = new Set<string>();
  const follow = (from: string | null): void => {
    for (const edge of edges.filter((one) => one.from === from && !reached.has(one.to))) {
      reached.add(edge.to);
      follow(edge.to);
    }
  };
  follow(null);
  return reached;
};

describe.each(machines)('The table of a %s', (_name, machine) => {
  it('reaches every status', () => {
    expect([...reachable(machine)].sort()).toEqual([...machine.statuses].sort());
  });

  it('has a way out of every status but the final ones, and none out of those', () => {
    const left = new Set(machine.edges.map(({ from }) => from));
    expect(machine.statuses.filter((status) => !left.has(status)).sort()).toEqual([...machine.final].sort());
  });

  it('names every edge once', () => {
    const names = machine.edges.map(({ from, by, to }) => `${from ?? ''} ${by} ${to}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
