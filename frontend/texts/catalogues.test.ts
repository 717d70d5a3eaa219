import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problems } from '../../shared/runtime/http/problems.ts';

type Texts = Readonly<Record<string, unknown>>;

const read = (language: string, area: string): Texts =>
  JSON.parse(readFileSync(`frontend/texts/${language}/${area}.json`, 'utf8'));

const areas = globSync('frontend/texts/en/*.json').map((path) => path.replace(/^.*[\\/](.*)\.json$/, '$1'));

/** `nav.menu` and the like. Spanish has a plural form more than English. */
const keysOf = (texts: Texts, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${prefix}${name}`] : keysOf(Object(text), `${prefix}${name}.`),
  );

const textsOf = (texts: Texts): string[] =>
  Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : textsOf(Object(text))));

const filledIn = (text: unknown): string[] =>
  [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

const at = (texts: Texts, key: string): unknown =>
  key.split('.').reduce<unknown>((found, name) => Object(found)[name], texts);

describe.each(areas)('The texts of %s', (area) => {
  const english = read('en', area);
  const spanish = read('es', area);

  it('are the same in English and in Spanish', () => {
    const withoutMany = keysOf(spanish).filter((key) => !key.endsWith('_many'));
    expect(withoutMany.sort()).toEqual(keysOf(english).sort());
  });

  it('have every plural that Spanish has', () => {
    const plurals = keysOf(english).filter((key) => key.endsWith('_other'));
    expect(plurals.filter((key) => at(spanish, key.replace('_other', '_many')) === undefined)).toEqual([]);
  });

  it('are filled in with the same values', () => {
    const differing = keysOf(english).filter(
      (key) => filledIn(at(english, key)).join() !== filledIn(at(spanish, key)).join(),
    );
    expect(differing).toEqual([]);
  });

  it('are all written', () =>
    expect([...textsOf(english), ...textsOf(spanish)].filter((text) => text.trim() === '')).toEqual([]));
});

describe('Problems', () => {
  it('have words and a next step for every code of the API', () => {
    const known = read('en', 'problems');
    expect(Object.keys(problems).filter((code) => !(code in known))).toEqual([]);
  });
});
