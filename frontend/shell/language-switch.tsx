import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '../language/language.ts';

const names = { en: 'English', es: 'Español' } as const;

/** The other language, by its own name. */
export const LanguageSwitch = () => {
  const { i18n } = useTranslation();
  return (
    <>
      {languages
        .filter((language) => language !== i18n.language)
        .map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            className="usa-button usa-button--unstyled header-tool"
            onClick={() => void chooseLanguage(language)}
          >
            {names[language]}
          </button>
        ))}
    </>
  );
};
