// The languages that the screens speak, and which of them a tablet begins with.

/** Those that a shopkeeper can choose: every word of them is there. */
export const offeredLanguages = ['en', 'de', 'fr'] as const;

/** Begun, or invented to find what is bare or clipped: for tests alone. */
export const draftLanguages = ['ar', 'xx'] as const;

export type OfferedLanguage = (typeof offeredLanguages)[number];
export type Language = OfferedLanguage | (typeof draftLanguages)[number];

/** What was chosen on this tablet, or the first of the browser's languages that is offered. */
export function languageFor(chosen: string | null, preferred: readonly string[]): Language {
  const known = [...offeredLanguages, ...draftLanguages].find((each) => each === chosen);
  if (known !== undefined) return known;
  for (const tag of preferred) {
    const offered = offeredLanguages.find((each) => each === languageOf(tag));
    if (offered !== undefined) return offered;
  }
  return 'en';
}

/**
 * The language as figures and days are written in it where the shop is, or in the browser's own
 * country where the shop names none: "de-AT".
 */
export function localeFor(
  language: Language,
  preferred: readonly string[],
  region: string = '',
): string {
  if (region !== '') return `${language === 'xx' ? 'en' : language}-${region}`;
  // Tablets without a language of their own say "en-US@posix", which Intl refuses.
  const own = preferred.find((tag) => isWhole.test(tag) && languageOf(tag) === language);
  return own ?? locales[language] ?? language;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

const isWhole = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})+$/iu;

// Where the browser names no country.
const locales: Partial<Record<Language, string>> = { en: 'en-GB', xx: 'en-GB' };

function languageOf(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
