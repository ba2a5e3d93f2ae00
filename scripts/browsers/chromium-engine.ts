// The browser that all other tests use, walked the same way: the others are read beside it.
import { join } from 'node:path';
import type { ElementHandle, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.ts';
import type { BrowserEngine, Tab } from './browser-engine.ts';

const millimetresOfAnInch = 25.4;

export function chromiumEngine(): BrowserEngine {
  return {
    name: 'Chromium',
    open: async ({ profile, downloads }) => {
      const { context, browser, kill } = await openBrowser({
        profile,
        serviceWorkers: 'allow',
        args: ['--accept-lang=en-GB'],
        isTimed: true,
      });
      const page = context.pages()[0] ?? (await context.newPage());
      await page.setViewportSize({ width: 1280, height: 800 });
      let count = 0;
      page.on('download', (file) => {
        count += 1;
        void file.saveAs(join(downloads, `${count}-${file.suggestedFilename()}`));
      });
      return { version: browser.version(), tab: tabOf(page), kill };
    },
  };
}

function tabOf(page: Page): Tab {
  return {
    goTo: async (address) => {
      await page.goto(address);
    },
    run: (body) => page.evaluate(`(async () => { ${body} })()`),
    press: ({ x, y }) => page.mouse.click(x, y),
    typeInto: async (body, text) => {
      const found: ElementHandle | null = (
        await page.evaluateHandle<Element>(`(async () => { ${body} })()`)
      ).asElement();
      if (found === null) throw new Error('The element to type into is not there.');
      const isForFiles = await found.evaluate(
        (element) => element instanceof HTMLInputElement && element.type === 'file',
      );
      await (isForFiles ? found.setInputFiles(text) : found.type(text));
    },
    print: ({ widthMm, heightMm }) =>
      page.pdf({
        width: `${widthMm / millimetresOfAnInch}in`,
        height: `${heightMm / millimetresOfAnInch}in`,
        preferCSSPageSize: true,
        printBackground: true,
      }),
  };
}
