import { seededRandom } from '#lib/seeded-random.ts';
import { namesByLanguage } from './names-by-language.ts';

const withoutBlank: readonly string[] = ['japanese', 'chinese', 'taiwanese', 'korean'];

/** A list of `count` people with names of a language, headings included. */
export function listOfNames(language: string, count: number, seed: string): string {
  const { headings, first, last } = namesByLanguage[language] ?? namesByLanguage['german'] ?? none;
  const random = seededRandom(seed);
  const pick = (names: string): string => {
    const all = names.split(' ');
    return all[Math.floor(random() * all.length)] ?? '';
  };
  const blank = withoutBlank.includes(language) ? '' : ' ';
  const people = Array.from(
    { length: count },
    () => `${pick(first)}${blank}${pick(last)};0${Math.floor(random() * 1e9)}`,
  );
  return `${[headings, ...people].join('\r\n')}\r\n`;
}

const none = { headings: '', first: '', last: '' };
