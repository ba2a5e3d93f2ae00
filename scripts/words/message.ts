// One message of the catalogue, read from the format of inlang that translators' tools write.

/** A form of a message and when it is said; the last form is said when none before it is. */
export interface Variant {
  readonly conditions: readonly Condition[];
  readonly text: string;
}

/** `plural`: the category of a number in the language, `exact`: the fact itself. */
interface Condition {
  readonly kind: 'plural' | 'exact';
  readonly fact: string;
  readonly value: string;
}

export interface Message {
  readonly key: string;
  /** What the sentence is made of. */
  readonly facts: readonly string[];
  /** Those of them that decide a plural, and are numbers therefore. */
  readonly counts: readonly string[];
  readonly variants: readonly Variant[];
}

/** The message that stands in a catalogue under `key`. */
export function parseMessage(key: string, value: unknown): Message {
  if (typeof value === 'string')
    return {
      key,
      facts: placeholdersIn(value),
      counts: [],
      variants: [{ conditions: [], text: value }],
    };
  const source = Array.isArray(value) && value.length === 1 ? partsOf(value[0]) : null;
  if (source === null) throw new Error(`${key} is neither a text nor one list of variants`);
  const { facts, locals } = declared(key, source.declarations);
  return {
    key,
    // What is declared and left unsaid may be needed by the next form.
    facts,
    counts: [...new Set(locals.values())],
    variants: Object.entries(source.match).map(([when, text]) => ({
      conditions: conditionsIn(when, locals),
      text,
    })),
  };
}

/** The names in braces in a text. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''))];
}

export const placeholder = /\{(\w+)\}/g;

interface Source {
  readonly declarations: readonly string[];
  readonly match: Readonly<Record<string, string>>;
}

function partsOf(value: unknown): Source | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('declarations' in value) || !('match' in value)) return null;
  const { declarations, match } = value;
  if (!Array.isArray(declarations) || typeof match !== 'object' || match === null) return null;
  const texts = Object.entries(match).map(([when, text]) => [when, String(text)]);
  return { declarations: declarations.map(String), match: Object.fromEntries(texts) };
}

function declared(key: string, declarations: readonly string[]) {
  const facts: string[] = [];
  const locals = new Map<string, string>();
  for (const declaration of declarations) {
    const [, fact] = /^input (\w+)$/.exec(declaration) ?? [];
    const [, local, count] = /^local (\w+) = (\w+): plural$/.exec(declaration) ?? [];
    if (fact !== undefined) facts.push(fact);
    else if (local !== undefined && count !== undefined) locals.set(local, count);
    else throw new Error(`${key}: “${declaration}” is not understood`);
  }
  return { facts, locals };
}

function conditionsIn(when: string, locals: ReadonlyMap<string, string>): Condition[] {
  return when
    .split(',')
    .map((each) => each.trim().split('='))
    .filter(([, value]) => value !== '*')
    .map(([name = '', value = '']) => {
      const count = locals.get(name);
      return count === undefined
        ? { kind: 'exact', fact: name, value }
        : { kind: 'plural', fact: count, value };
    });
}
