// Pictures of a screen or sheet as it stands, for somebody to look at:
// `npm run screens -- --sheets`.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { stillness } from './shop-steps.ts';

/** Where they go; none are taken without it. */
const folder = process.env['PICTURES'];

/** Tablets on their side and upright, a phone, and a PC. */
export const pictureSizes = ['1280x800', '1080x810', '810x1080', '390x844', '1920x1080'] as const;

export const pictureThemes = ['light', 'dark'] as const;

/** Takes `name` in every size and theme, when somebody asked for pictures. */
export async function takePictures(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  const before = page.viewportSize();
  for (const theme of pictureThemes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const size of pictureSizes) {
      const [width = 1280, height = 800] = size.split('x').map(Number);
      await page.setViewportSize({ width, height });
      await stillness(page);
      await page.screenshot({ path: join(folder, `${fileName(name)}-${size}-${theme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before !== null) await page.setViewportSize(before);
}

function fileName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
