import { createInstance } from 'i18next';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProblemCodes, runProblems } from '../../../shared/domain/validation-run/problems.ts';
import { ruleRefusalCodes } from '../../../shared/engine/gate/refusal.ts';
import {
  failed,
  notDelivered,
  nothingCertified,
  ruleProblemCodes,
  timedOut,
  tooManyPairs,
} from '../../../shared/engine/run/problem.ts';
import { interpolation } from '../../language/interpolation.ts';
import { runProblemText } from './problem-text.ts';

const textsOf = async (language: 'en' | 'es') => {
  const runs = JSON.parse(readFileSync(`frontend/texts/${language}/runs.json`, 'utf8'));
  const texts = createInstance();
  await texts.init({
    lng: language,
    ns: ['runs'],
    resources: { [language]: { runs } },
    interpolation,
  });
  return {
    known: Object.keys(runs.problem),
    text: runProblemText(texts.getFixedT(language, 'runs'), (key) => texts.exists(key)),
  };
};

const codes = [...runProblemCodes, ...ruleProblemCodes, ...ruleRefusalCodes];

describe.each(['en', 'es'] as const)('The problems of runs and rules in %s', (language) => {
  it('have words for exactly the codes of the core and of the engine', async () => {
    const { known } = await textsOf(language);
    expect(known.filter((code) => code !== 'RULE_FAILED_kind').toSorted()).toEqual(codes.toSorted());
  });

  it.each([
    timedOut(60),
    notDelivered(['students', 'attendance']),
    nothingCertified(['students']),
    tooManyPairs(4e12, 60),
    failed(new Error('Conversion Error: Could not convert Jane')),
    failed(new Error('Something')),
    { code: 'RULE_UNKNOWN_DATASET', facts: { detail: 'there is no dataset x' }, detail: 'there is no dataset x' },
  ])('say all that the engine tells', async (problem) => {
    if (problem === null) throw new Error('no problem');
    const { text } = await textsOf(language);
    const { code: problemCode, facts: problemFacts, detail } = problem;
    const words = text({ problem: detail, problemCode, problemFacts }) ?? '';
    expect(words).not.toMatch(/\{\{|undefined|Jane/);
    for (const fact of Object.values(problemFacts)) expect(words).toContain(fact);
    if (language === 'es') expect(words).not.toBe(detail);
  });
});

it('A code that this page does not know yet, and none at all, are told as the system tells them', async () => {
  const { text } = await textsOf('es');
  expect(text({ problem: 'Something new.', problemCode: 'BRAND_NEW', problemFacts: {} })).toBe('Something new.');
  expect(text({ problem: null, problemCode: null })).toBeNull();
});

it.each(runProblemCodes)('%s reads in English as the system tells it', async (problemCode) => {
  const { text } = await textsOf('en');
  expect(text({ problem: null, problemCode })).toBe(runProblems[problemCode]);
});
