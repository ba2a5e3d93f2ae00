// Messages as code: an object of functions, each of which makes one sentence of its facts.
import { placeholder, type Message, type Variant } from './message.ts';

/** A module that exports the words of `language` for `messages`, each under what `nameOf` says. */
export function wordsCode(
  language: string,
  messages: Iterable<Message>,
  nameOf: (key: string) => string,
): string {
  const entries = [...messages].map((message) => `${nameOf(message.key)}:${sayCode(message)}`);
  const code = `export const words={${entries.join(',\n')}}\n`;
  const rules = `const r=new Intl.PluralRules("${pluralLanguage(language)}"),p=(n)=>r.select(n);\n`;
  const stop = `const s=(t)=>String(t).replace(/\\.$/,"");\n`;
  return (code.includes('s(i.') ? stop : '') + (code.includes('p(i.') ? rules : '') + code;
}

/**
 * The types of the messages under `keys`. A sentence is given every fact that one of the languages
 * makes it of: another may need one that English does without.
 */
export function messageTypes(
  keys: Iterable<string>,
  languages: readonly ReadonlyMap<string, Message>[],
): string {
  const lines = [...keys].map((key) => {
    const said = languages.flatMap((messages) => messages.get(key) ?? []);
    const facts = new Set(said.flatMap((each) => each.facts));
    const counts = new Set(said.flatMap((each) => each.counts));
    return `  readonly ${key}: (${factTypes(facts, counts)}) => string;\n`;
  });
  return `export interface Messages {\n${lines.join('')}}\n`;
}

function sayCode({ variants }: Message): string {
  const said = variants.map((variant, index) =>
    index === variants.length - 1
      ? textCode(variant)
      : `${whenCode(variant)}?${textCode(variant)}:`,
  );
  return `${said.join('').includes('i.') ? 'i' : '()'}=>${said.join('')}`;
}

function whenCode({ conditions }: Variant): string {
  const tests = conditions.map(({ kind, fact, value }) =>
    kind === 'plural' ? `p(i.${fact})=="${value}"` : `i.${fact}==${JSON.stringify(value)}`,
  );
  return tests.length === 0 ? 'true' : tests.join('&&');
}

function textCode({ text }: Variant): string {
  if (!text.match(placeholder)) return JSON.stringify(text);
  const plain = text.replaceAll(/[\\`]|\$(?=\{)/g, String.raw`\$&`);
  const said = plain.replaceAll(atStop, (_, fact) => `\${s(i.${fact})}.`);
  return `\`${said.replaceAll(placeholder, (_, fact) => `\${i.${fact}}`)}\``;
}

// "Thank you for sending Tom R." ends as the name does, with one full stop.
const atStop = /\{(\w+)\}\.(?=$|[\s”“’»"])/g;

function factTypes(facts: ReadonlySet<string>, counts: ReadonlySet<string>): string {
  if (facts.size === 0) return '';
  const types = [...facts].map(
    (fact) => `readonly ${fact}: ${counts.has(fact) ? 'number' : 'string | number'}`,
  );
  return `facts: { ${types.join('; ')} }`;
}

// The invented language counts as the one that it is made of.
function pluralLanguage(language: string): string {
  return language === 'xx' ? 'en' : language;
}
