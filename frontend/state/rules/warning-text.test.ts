import { createInstance } from 'i18next';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { orderWarnings } from '../../../shared/engine/gate/order-warnings.ts';
import { ruleWarningCodes } from '../../../shared/engine/gate/refusal.ts';
import { slowJoin, wasRewritten } from '../../../shared/engine/lint/lint-rule.ts';
import { interpolation } from '../../language/interpolation.ts';
import { ruleWarningText } from './warning-text.ts';

const textsOf = async (language: 'en' | 'es') => {
  const rules = JSON.parse(readFileSync(`frontend/texts/${language}/rules.json`, 'utf8'));
  const texts = createInstance();
  await texts.init({ lng: language, ns: ['rules'], resources: { [language]: { rules } }, interpolation });
  return {
    known: Object.keys(rules.warning),
    text: ruleWarningText(texts.getFixedT(language, 'rules'), (key) => texts.exists(key)),
  };
};

const warnings = [
  slowJoin,
  wasRewritten,
  ...orderWarnings({ class: 'FUNCTION', function_name: 'string_agg' }),
  ...orderWarnings({ modifiers: [{ type: 'LIMIT_MODIFIER' }] }),
];

it.each(ruleWarningCodes)('%s has words in both languages, and is told by the engine', async (code) => {
  expect(warnings.map((warning) => warning.code)).toContain(code);
  for (const language of ['en', 'es'] as const) {
    const { known } = await textsOf(language);
    expect(known.toSorted()).toEqual(ruleWarningCodes.toSorted());
  }
});

describe.each(warnings)('A warning like “$detail”', (warning) => {
  it('reads in English as the system tells it', async () => {
    const { text } = await textsOf('en');
    expect(text(warning)).toBe(warning.detail);
  });

  it('reads in Spanish, whole', async () => {
    const { text } = await textsOf('es');
    const words = text(warning);
    expect(words).not.toBe(warning.detail);
    expect(words).not.toMatch(/\{\{|undefined|without/);
    for (const fact of Object.values(warning.facts)) expect(words).toContain(fact);
  });
});

it('A code that this page does not know yet is told as the system tells it', async () => {
  const { text } = await textsOf('es');
  expect(text({ code: 'BRAND_NEW', detail: 'Something new.' })).toBe('Something new.');
});
