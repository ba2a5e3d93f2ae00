// A page behind the WebDriver protocol. Firefox takes the same commands on its own wire
// (Marionette, the one that geckodriver speaks), so that nothing but the browser is needed.
import type { Tab } from './browser-engine.ts';

export type WebDriverCommand = 'goTo' | 'run' | 'act' | 'type' | 'print' | 'resize' | 'timeouts';
export type Send = (
  command: WebDriverCommand,
  params: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

/** The key under which the protocol names an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const patience = 120_000;

export async function webdriverTab(send: Send): Promise<Tab> {
  await send('timeouts', { script: patience, pageLoad: patience, implicit: 0 });
  return {
    goTo: async (url) => {
      await send('goTo', { url });
    },
    run: async (body) => answerOf(await send('run', { script: wrapped(body), args: [] })),
    press: async ({ x, y }) => {
      const at = { type: 'pointerMove', duration: 0, origin: 'viewport', x, y };
      const button = { button: 0 };
      await send('act', {
        actions: [
          {
            type: 'pointer',
            id: 'finger',
            parameters: { pointerType: 'mouse' },
            actions: [at, { type: 'pointerDown', ...button }, { type: 'pointerUp', ...button }],
          },
        ],
      });
    },
    typeInto: async (body, text) => {
      const found = answerOf(await send('run', { script: wrapped(body), args: [] }));
      await send('type', { id: elementIdOf(found), text });
    },
    print: async ({ widthMm, heightMm }) => {
      const page = { width: widthMm / 10, height: heightMm / 10 };
      const margin = { top: 0, bottom: 0, left: 0, right: 0 };
      const pdf = await send('print', { page, margin, background: true, shrinkToFit: false });
      return Buffer.from(String(pdf), 'base64');
    },
  };
}

/** What a browser says of itself when a session begins. */
export function browserVersionIn(session: unknown): string {
  return /"browserVersion":"([^"]*)"/.exec(JSON.stringify(session))?.[1] ?? '';
}

// A mistake in the page comes back as a value, for drivers tell of it in different ways.
function wrapped(body: string): string {
  return `const done = arguments[arguments.length - 1];
    (async () => { ${body} })().then(
      (value) => done({ value: value === undefined ? null : value }),
      (error) => done({ mistake: String(error) }),
    );`;
}

function answerOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) throw new Error('The page did not answer.');
  if ('mistake' in answer) throw new Error(`In the page: ${String(answer.mistake)}`);
  return 'value' in answer ? answer.value : null;
}

function elementIdOf(found: unknown): string {
  if (typeof found === 'object' && found !== null && elementKey in found)
    return String(found[elementKey]);
  throw new Error('The element to type into is not there.');
}
