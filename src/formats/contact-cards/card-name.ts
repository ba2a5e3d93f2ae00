// The name on a contact card: as people say it, from the parts when there are any.

/** The parts as vCard orders them, and the name that the card's own program shows. */
export function cardName(parts: readonly string[], shown: string): string {
  return namedBy(parts, shown).replaceAll(/\s+/gu, ' ');
}

function namedBy(parts: readonly string[], shown: string): string {
  const [family = '', given = '', more = '', prefix = '', suffix = ''] = parts;
  if (family === '' && given === '') return shown;
  // Where the surname comes first, the shown name has it so.
  if (sameLetters(shown, `${family}${given}`)) return shown;
  const titles = [prefix, suffix].map((title) => (isShown(title, shown) ? title : ''));
  return [titles[0] ?? '', given, more, family, titles[1] ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

function sameLetters(one: string, other: string): boolean {
  return one.replaceAll(/\s/gu, '') === other.replaceAll(/\s/gu, '');
}

function isShown(title: string, shown: string): boolean {
  return shown === '' || shown.includes(title);
}
