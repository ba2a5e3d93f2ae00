import type { Language } from '#i18n/language/languages.ts';

/** What a language is called by those who speak it, so that it is found in any other. */
export function languageName(language: Language): string {
  return names[language];
}

const names: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  ar: 'العربية',
  xx: '[Éñğlïšh··]',
};
