import { expect, it } from 'vitest';
import { anAgency } from '../../../test/builders/people.ts';
import { decideSettings, evolveAgency } from './decide.ts';
import type { Agency } from './state.ts';

const replaced = (settings: Agency) => decideSettings(anAgency(), { type: 'replaceSettings', settings });

it.each([
  { name: 'Department of Education' },
  { shortName: 'Dakota' },
  { timeZone: 'America/Chicago' },
  { warningPolicy: 'EXPLAIN' },
] as const)('An agency’s settings are replaced where they differ by %o', (difference) => {
  const settings = anAgency(difference);
  const happening = { type: 'SettingsReplaced', settings } as const;
  expect(replaced(settings)).toEqual({ ok: true, value: [happening] });
  expect(evolveAgency(anAgency(), happening)).toEqual(settings);
});

it('An agency’s same settings again are no change', () => {
  expect(replaced(anAgency())).toEqual({ ok: true, value: [] });
});
