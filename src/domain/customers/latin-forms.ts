// Names in Cyrillic and Greek as they are written in Latin letters, so that "olga" finds Ольга on a
// pad from A to Z. Only for scripts that write their vowels: in others a guess would be wrong more
// often than right.

/** Letter by letter; several spellings where countries and passports differ. */
const latinByLetter: Readonly<Record<string, string>> = {
  ...spelled(
    'а a, б b, в v, г g h, д d, е e ye, ж zh j z, з z, и i y, к k, л l, м m, н n, о o, п p, р r',
  ),
  ...spelled('с s, т t, у u, ф f, х kh h, ц ts c, ч ch c, ш sh s, щ shch sch, ъ, ы y, ь, э e'),
  ...spelled('ю yu iu ju, я ya ia ja, і i, є ye ie, ґ g, ј j, љ lj, њ nj, ћ c, ђ dj, џ dz, ѓ g'),
  ...spelled('α a, β v b, γ g, δ d, ε e, ζ z, η i e, θ th, ι i, κ k, λ l, μ m, ν n, ξ x, ο o'),
  ...spelled('π p, ρ r, σ s, τ t, υ y u, φ f ph, χ ch h, ψ ps, ω o'),
};

// Written shorter than letter by letter: Мария is Maria.
const longVowels = /ия/gu;

const spellings = 3;
const hasOwnLetters = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** The Latin spellings of a normalized word; none for a word that has them already. */
export function latinFormsOf(word: string): readonly string[] {
  if (!hasOwnLetters.test(word)) return [];
  const short = word.replace(longVowels, 'ia');
  const forms = Array.from({ length: spellings }, (_, spelling) => spelling).flatMap((spelling) => [
    inLatin(word, spelling),
    inLatin(short, spelling),
  ]);
  return [...new Set(forms)].filter((form) => form !== '');
}

function inLatin(word: string, spelling: number): string {
  return Array.from(word, (letter) => {
    const forms = latinByLetter[letter]?.split(' ') ?? [letter];
    return forms[Math.min(spelling, forms.length - 1)] ?? '';
  }).join('');
}

function spelled(letters: string): Record<string, string> {
  const pairs = letters.split(', ').map((each) => {
    const [letter = '', ...forms] = each.split(' ');
    return [letter, forms.join(' ')] as const;
  });
  return Object.fromEntries(pairs);
}
