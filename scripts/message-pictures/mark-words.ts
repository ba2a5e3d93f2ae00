import type { BrowserContext } from 'playwright-core';
import { namesInBuild } from '../words/split-words.ts';
import { signsOf } from './signs.ts';

/** Every message that the pages of `context` say ends with the number of its key in `keys`. */
export async function markWords(context: BrowserContext, keys: readonly string[]): Promise<void> {
  const names = namesInBuild();
  const signs = Object.fromEntries(keys.map((key, index) => [names.get(key), signsOf(index)]));
  const marking = `;const signs=${JSON.stringify(signs)};
for(const [name,say] of Object.entries(words))words[name]=(facts)=>say(facts)+(signs[name]??'');`;
  await context.route(/\/assets\/words-en-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()) + marking });
  });
}
