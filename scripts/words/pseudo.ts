// The language `xx`: English two fifths longer, with accents and in brackets, so that a bare
// English word and a place too narrow for German are seen on any screen.
const accented = new Map([
  ...zipped('aceginorsuyz', 'àçéğïñöřšüýž'),
  ...zipped('ACEGINORSUYZ', 'ÀÇÉĞÏÑÖŘŠÜÝŽ'),
]);
const share = 0.4;
/** No language is longer by one endless word. */
const wordful = /·{7}(?=·)/g;

/** `text` as the language `xx` says it; facts stay as they are. */
export function lengthened(text: string): string {
  const words = text.split(/(\{\w+\})/).map((part) => (part.startsWith('{') ? part : marked(part)));
  const letters = text.replaceAll(/\{\w+\}/g, '').length;
  const more = '·'.repeat(Math.ceil(letters * share));
  return `[${words.join('')}${more.replaceAll(wordful, '$& ')}]`;
}

function marked(part: string): string {
  return Array.from(part, (letter) => accented.get(letter) ?? letter).join('');
}

function zipped(plain: string, marks: string): (readonly [string, string])[] {
  const others = Array.from(marks);
  return Array.from(plain, (letter, index) => [letter, others[index] ?? letter] as const);
}
