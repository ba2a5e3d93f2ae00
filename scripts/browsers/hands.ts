// What a shopkeeper does in any browser: sees words, presses keys, types, chooses files.
import { setTimeout as pause } from 'node:timers/promises';
import type { Tab } from './browser-engine.ts';
import { elementFor, pointOn, type Role } from './in-page.ts';

/** Words as they stand, or a pattern. */
export type Words = string | RegExp;

export interface Hands {
  readonly tab: Tab;
  readonly see: (role: Role, words: Words) => Promise<void>;
  readonly press: (role: Role, words: Words) => Promise<void>;
  readonly type: (words: Words, text: string) => Promise<void>;
  readonly choose: (words: Words, path: string) => Promise<void>;
  /** What a function of `in-page.ts` gives back. */
  readonly ask: <Words extends readonly unknown[], T>(
    fn: (...words: Words) => Promise<T>,
    ...words: Words
  ) => Promise<T>;
  /** The value of an expression in the page. */
  readonly value: (expression: string) => Promise<unknown>;
  /** Waits until an expression in the page is true. */
  readonly until: (expression: string) => Promise<void>;
}

/** As long as a browser on a busy machine may take for one thing. */
const patience = 60_000;
// The names that the compiler gives to functions are of no use in the page.
const mainWords = `return document.querySelector('main')?.textContent.slice(-900)`;
const head = 'const __name = (fn) => fn;';

export function handsOf(tab: Tab): Hands {
  return {
    tab,
    see: async (role, words) => {
      await tab.run(`${find(role, words)} return true;`);
    },
    press: async (role, words) => {
      const point = await tab.run(`${find(role, words)} return (${pointOn.toString()})(element);`);
      await tab.press(pointFrom(point));
    },
    type: (words, text) => tab.typeInto(`${find('textbox', words)} return element;`, text),
    choose: (words, path) => tab.typeInto(`${find('file', words)} return element;`, path),
    ask: async (fn, ...words) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the function itself gave, over the wire
      (await tab.run(`${head} return (${fn.toString()})(...${JSON.stringify(words)});`)) as Awaited<
        ReturnType<typeof fn>
      >,
    value: (expression) => tab.run(`return (${expression});`),
    until: async (expression) => {
      const end = Date.now() + patience;
      for (;;) {
        // A page that is going away answers with a mistake; the next one is asked again.
        const found = await tab.run(`return (${expression});`).catch((error: unknown) => error);
        if (found === true) return;
        if (Date.now() > end) {
          const words = await tab.run(mainWords).catch(String);
          throw new Error(`never: ${expression} (${String(found)}): ${String(words)}`);
        }
        await pause(50);
      }
    },
  };
}

function find(role: Role, words: Words): string {
  const wanted = { role, name: patternOf(words), ms: patience };
  return `${head} const element = await (${elementFor.toString()})(${JSON.stringify(wanted)});`;
}

function patternOf(words: Words): string {
  if (words instanceof RegExp) return words.source;
  return `^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`;
}

function pointFrom(value: unknown): { readonly x: number; readonly y: number } {
  if (typeof value === 'object' && value !== null && 'x' in value && 'y' in value)
    return { x: Number(value.x), y: Number(value.y) };
  throw new Error('The page gave no place to press.');
}
