// Runs the accessibility rules on the page as it stands.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { stillness } from './shop-steps.ts';

const ofColours = ['color-contrast', 'link-in-text-block'];
const rulesOf = {
  all: {},
  colours: { runOnly: ofColours },
  'but colours': { rules: Object.fromEntries(ofColours.map((rule) => [rule, { enabled: false }])) },
} as const;

/**
 * Every fault axe finds, as "rule: target", for `expect(await axeFaults(page)).toEqual([])`;
 * `colours` looks at what the theme changes alone, `but colours` at all else.
 */
export async function axeFaults(
  page: Page,
  rules: keyof typeof rulesOf = 'all',
): Promise<readonly string[]> {
  // What fades in has too little contrast until it stands.
  await stillness(page);
  // Evaluated by the browser's own door for tools: a script element would be stopped by our policy.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async (chosen) => {
    const injected: unknown = Reflect.get(globalThis, 'axe');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the line above put it there
    const axeHere = injected as typeof axe;
    // Behind a sheet nothing can be read or pressed; a walk looks at the page before its sheets.
    return axeHere.run([...document.querySelectorAll('dialog:modal')].at(-1) ?? document, {
      resultTypes: ['violations'],
      // Only rules on trial read the style sheets anew.
      preload: false,
      ...chosen,
    });
  }, rulesOf[rules]);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
}
