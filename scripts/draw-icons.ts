// Draws the app's icons from one drawing, a counter bell under an awning, so that they never drift
// apart: npx tsx scripts/draw-icons.ts Needs a Chromium; it is found as for the tests.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

const GREEN = '#1E5B4B';
const CREAM = '#FBF7F0';
const CLOTH = '#86CDB6';

const publicFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'public');

// On a grid of 512. The emblem fits into the circle of 80 % that a launcher may cut out of a
// maskable icon.
const emblem = [
  ...[0, 1, 2, 3, 4].map((place) => scallop(132 + place * 49.6, place % 2 === 0 ? CREAM : CLOTH)),
  `<path d="M164 352a92 92 0 0 1 184 0z" fill="${CREAM}"/>`,
  `<path d="M256 262v-20" stroke="${CREAM}" stroke-width="18" stroke-linecap="round"/>`,
  `<path d="M232 236h48" stroke="${CREAM}" stroke-width="18" stroke-linecap="round"/>`,
  `<rect x="140" y="366" width="232" height="28" rx="14" fill="${CREAM}"/>`,
].join('');

const rounded = drawing({
  ground: `<rect width="512" height="512" rx="116" fill="${GREEN}"/>`,
  scale: 1.2,
});
const bleeding = drawing({ ground: `<rect width="512" height="512" fill="${GREEN}"/>`, scale: 1 });
const apple = drawing({ ground: `<rect width="512" height="512" fill="${GREEN}"/>`, scale: 1.15 });

const pictures = [
  { file: 'icons/icon-192.png', size: 192, svg: rounded },
  { file: 'icons/icon-512.png', size: 512, svg: rounded },
  { file: 'icons/maskable-192.png', size: 192, svg: bleeding },
  { file: 'icons/maskable-512.png', size: 512, svg: bleeding },
  { file: 'apple-touch-icon.png', size: 180, svg: apple },
] as const;

await mkdir(join(publicFolder, 'icons'), { recursive: true });
await writeFile(join(publicFolder, 'icon.svg'), `${rounded}\n`);
const found = await findChromium();
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: [...found.args],
});
const page = await browser.newPage();
for (const { file, size, svg } of pictures) {
  await writeFile(join(publicFolder, file), await photograph(page, svg, size));
}
await writeFile(
  join(publicFolder, 'favicon.ico'),
  iconFile(await photograph(page, rounded, 32), 32),
);
await browser.close();

function drawing({ ground, scale }: { readonly ground: string; readonly scale: number }): string {
  const place = `translate(256 256) scale(${scale}) translate(-256 -253)`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${ground}<g fill="none" transform="${place}">${emblem}</g></svg>`;
}

function scallop(x: number, colour: string): string {
  return `<path d="M${round(x)} 112h49.6v64a24.8 24.8 0 0 1-49.6 0z" fill="${colour}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

async function photograph(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

// An .ico file is a short table of contents before an ordinary PNG.
function iconFile(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
