import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areas } from './areas.ts';
import { scoreOf } from './score.ts';

describe('The score of small changes', () => {
  it('counts as noticed what failed a test or never ended, of all that could be made', () => {
    const { percent, text } = scoreOf(['Killed', 'Killed', 'Timeout', 'Survived', 'Ignored', 'CompileError']);
    expect(percent).toBe(75);
    expect(text).toBe('75.0 % noticed: 3 of 4 changes, 1 not (0 in code that no test reaches)');
  });

  it('does not let code pass that no test reaches, nor an area without changes', () => {
    expect(scoreOf(['NoCoverage', 'Killed']).percent).toBe(50);
    expect(scoreOf([]).percent).toBe(0);
  });
});

describe('Every area', () => {
  it.each(areas)('$name has code, and tests that may notice', ({ code, tests }) => {
    for (const pattern of [...code, ...tests]) expect(globSync(pattern)).not.toEqual([]);
  });
});

it('The areas are the whole of access, audit and the domain', () => {
  const whole = globSync(['shared/domain/**/*.ts', 'shared/application/audit/*.ts']);
  const covered = globSync(areas.flatMap(({ code }) => [...code]));
  expect(covered.toSorted()).toEqual(whole.toSorted());
});
