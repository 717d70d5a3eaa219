import { createInstance } from 'i18next';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeCodes } from '../../shared/domain/certification-event/change-words.ts';
import { dropProblems } from '../../shared/domain/dataset/dropped-file.ts';
import { type AlertKind, alertKinds } from '../../shared/domain/messaging/alert.ts';
import { alertText } from '../../shared/domain/messaging/alert-texts.ts';
import { catalogue } from '../../shared/domain/messaging/catalogue.ts';
import { interpolation } from '../language/interpolation.ts';
import { runProblemText } from '../parts/runs/problem-text.ts';
import { alertWords, type ToldAlert, type Tongue } from './alert-words.ts';

type Language = 'en' | 'es';

const read = (language: string, area: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(`frontend/texts/${language}/${area}.json`, 'utf8'));

const tongueOf = async (language: Language): Promise<Tongue> => {
  const texts = createInstance();
  const areas = ['alerts', 'runs', 'statuses'];
  await texts.init({
    lng: language,
    fallbackLng: false,
    ns: areas,
    resources: { [language]: Object.fromEntries(areas.map((area) => [area, read(language, area)])) },
    interpolation,
  });
  const exists = (key: string) => texts.exists(key);
  const locale = language === 'es' ? 'es-US' : 'en-US';
  return {
    t: texts.getFixedT(language, ['alerts', 'statuses']),
    exists,
    number: (value) => new Intl.NumberFormat(locale).format(value),
    day: (date) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)),
    list: (parts) => new Intl.ListFormat(locale).format(parts),
    runProblem: runProblemText(texts.getFixedT(language, 'runs'), exists),
  };
};

const about = { state: 'Montana', name: 'Student Tardiness' };
const rich = {
  ...about,
  participant: 'Bear Creek',
  due: '2026-05-18',
  days: '7',
  count: '1008',
  total: '1200',
  names: 'D0, D1',
  more: '998',
  changed: changeCodes.join(' '),
  startDate: '2026-05-01',
  certificationOpensDate: '2026-05-04',
  endDate: '2026-05-18',
  title: 'Tardiness DC 96.0.1',
  done: '1',
  certifiers: '2',
  finalStatus: 'APPROVED',
  problems: '12',
  firstProblem: 'DUPLICATE_KEY',
  line: '3',
  upload: 'upl_1',
};
const one = { ...about, participant: 'Bear Creek', due: '2026-05-18', days: '7', count: '1', names: 'D0', title: 'T' };
const short = { ...one, done: '1', certifiers: '2', changed: 'links', problem: 'DROP_LOST', notCertified: 'true' };

const told = (type: AlertKind, facts: ToldAlert['facts'], reason?: string): ToldAlert => {
  const { name, shortName } = { name: about.name, shortName: about.state };
  const {
    process,
    name: line,
    text,
  } = alertText(type, { shortName, name, facts: { ...facts, ...(reason && { reason }) } });
  return { type, process, name: line, text, facts };
};

const sentences = alertKinds.filter((kind) => kind !== 'MESSAGE');
let tongues: Readonly<Record<Language, Tongue>>;
beforeAll(async () => {
  tongues = { en: await tongueOf('en'), es: await tongueOf('es') };
});

const stopped = { ...about, stopped: 'VALIDATING' };
const schedules: readonly AlertKind[] = ['RUN_FAILED', 'SNAPSHOT_FAILED'];

describe.each(sentences)('An alert about %s', (kind) => {
  const samples = [
    ['with everything', rich],
    ['with little', short],
    ...(schedules.includes(kind) ? [['of a schedule that stopped', stopped] as const] : []),
  ] as const;

  it.each(samples)('says in English, %s, what was stored and mailed', (_what, facts) => {
    const alert = told(kind, facts);
    expect(alertWords(alert, tongues.en)).toEqual({ process: alert.process, name: alert.name, text: alert.text });
  });

  it.each(samples)('reads in Spanish, %s, whole', (_what, facts) => {
    const alert = told(kind, facts);
    const { name, text, process } = alertWords(alert, tongues.es);
    expect(name).not.toBe(alert.name);
    expect(process).not.toBe(alert.process);
    expect(`${name} ${text ?? ''}`).not.toMatch(/\{\{|undefined|null|NaN|\bThe\b|\bnow\b|May/);
    expect(text === null).toBe(alert.text === null);
  });

  it('of an older record, whose facts were not kept, is told as it was stored', () => {
    const { process, ...stored } = told(kind, rich);
    expect(alertWords({ ...stored, process, facts: {} }, tongues.es)).toMatchObject({
      name: stored.name,
      text: stored.text,
    });
  });
});

describe('What people wrote', () => {
  it('stays as they wrote it, in the sentence and beside it', () => {
    const alert = told('REQUEST_DECLINED', rich, 'a school is missing');
    expect(alertWords(alert, tongues.es)).toMatchObject({
      name: expect.stringContaining('Motivo: a school is missing'),
      text: 'a school is missing',
    });
  });

  it('is all there is to a message of the state', () => {
    const { process } = catalogue.MESSAGE;
    const message: ToldAlert = { type: 'MESSAGE', process, name: 'Office hours', text: 'Until six.', facts: about };
    expect(alertWords(message, tongues.es)).toMatchObject({ name: 'Office hours', text: 'Until six.' });
  });
});

it('A kind that this page does not know yet is told as it was stored', () => {
  const alert: ToldAlert = { type: 'BRAND_NEW', process: 'Other', name: 'Something', text: null, facts: about };
  expect(alertWords(alert, tongues.es)).toEqual({ process: 'Other', name: 'Something', text: null });
});

it('Days, numbers and lists are written as the language does', () => {
  const { name } = alertWords(told('OVERDUE_DIGEST', rich), tongues.es);
  expect(name).toBe(
    '1,008 de 1,200 participantes con la certificación vencida (D0, D1 y 998 más) en el evento de certificación de datos: Student Tardiness',
  );
  expect(alertWords(told('DUE_DATE_CHANGED', rich), tongues.es).name).toContain('18 de mayo de 2026');
});

describe.each(['en', 'es'] as const)('The texts of alerts in %s', (language) => {
  it.each([
    ['type', alertKinds],
    ['line', [...sentences, 'RUN_FAILED_stopped']],
    ['change', changeCodes],
    ['drop', Object.keys(dropProblems)],
  ] as const)('have exactly the codes of the core for %s', (group, codes) => {
    expect(Object.keys(Object(read(language, 'alerts')[group])).toSorted()).toEqual([...codes].toSorted());
  });
});
