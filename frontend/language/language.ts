import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { interpolation } from './interpolation.ts';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

const storedAs = 'language';
const catalogues = import.meta.glob<Record<string, unknown>>('../texts/*/*.json', { import: 'default' });

/** One file a language and area, loaded when the first page of that area is shown. */
const files: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, answer) {
    const load = catalogues[`../texts/${language}/${namespace}.json`];
    if (load === undefined) answer(new Error(`There are no texts ${language}/${namespace}`), false);
    else
      load().then(
        (texts) => answer(null, texts),
        (fault: unknown) => answer(fault instanceof Error ? fault : new Error(String(fault)), true),
      );
  },
};

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);

const preferred = (): Language => {
  const stored = window.localStorage.getItem(storedAs);
  if (isLanguage(stored)) return stored;
  return window.navigator.language.startsWith('es') ? 'es' : 'en';
};

const show = (language: string): void => {
  document.documentElement.lang = language;
};

export const startLanguage = async (): Promise<void> => {
  await i18next
    .use(files)
    .use(initReactI18next)
    .init({
      lng: preferred(),
      fallbackLng: false,
      supportedLngs: [...languages],
      ns: ['shell', 'problems', 'statuses'],
      defaultNS: 'shell',
      interpolation,
    });
  show(i18next.language);
  i18next.on('languageChanged', show);
};

export const chooseLanguage = async (language: Language): Promise<void> => {
  window.localStorage.setItem(storedAs, language);
  await i18next.changeLanguage(language);
};

/** How dates and numbers are written in that language in the United States. */
export const localeOf = (language: string): string => (language === 'es' ? 'es-US' : 'en-US');
