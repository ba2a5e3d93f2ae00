// How far the ink of labels lies from its place: every sheet that labels are sold on, from the
// first free label 1, 2 and the last, drawn and packed by the app in a real browser, rendered at
// 600 dots an inch by poppler (`apt-get install poppler-utils`), and read dot by dot. Once for a
// printer that prints as it is told, and once for one that shrinks and shifts the page.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Box, PaperFit } from '../src/paper/marks.ts';
import {
  ask,
  dropProfile,
  newProfile,
  openBrowser,
  openHarness,
  serveHarness,
} from './harness/browser.ts';
import type { LabelsToDraw } from './harness/paper-verbs.ts';

const dotsPerMm = 600 / 25.4;
/** Of the page to either side of where a text must be: ink beyond counts as that far away. */
const lookMm = 0.6;
const allowedMm = 0.3;
const shrinking: PaperFit = { scaleX: 0.97, scaleY: 0.97, shiftX: 2, shiftY: -1.5 };

/** Names of sheets on the command line; none for all. */
const only = process.argv.slice(2);

interface Raster {
  readonly width: number;
  readonly height: number;
  /** One byte a dot, 255 for paper. */
  readonly dots: Uint8Array;
}

async function main(): Promise<void> {
  if (spawnSync('pdftoppm', ['-v']).error !== undefined)
    return say('pdftoppm is not installed: apt-get install poppler-utils');
  const server = await serveHarness();
  const profile = newProfile();
  const folder = mkdtempSync(join(tmpdir(), 'regulars-ink-'));
  const browser = await openBrowser({ profile });
  try {
    const page = await openHarness(browser.context, server.address);
    let largest = 0;
    say('| sheet | first free | texts | largest distance, mm | with a printer’s fit, mm |');
    say('|---|---|---|---|---|');
    const all = await ask(page, 'labelSheetNames');
    const sheets = all.filter(({ id }) => only.length === 0 || only.includes(id));
    const tries = sheets.flatMap(({ id, count }) =>
      [0, 1, count - 1].map((firstFree) => ({ id, firstFree })),
    );
    for (const { id, firstFree } of tries) {
      const plain = await measured({ page, folder }, { id, firstFree, fit: null });
      const fitted = await measured({ page, folder }, { id, firstFree, fit: shrinking });
      largest = Math.max(largest, plain.distance, fitted.distance);
      const figures = [plain, fitted].map(({ distance }) => distance.toFixed(3)).join(' | ');
      say(`| ${id} | ${firstFree + 1} | ${plain.texts} | ${figures} |`);
    }
    say(`The largest distance is ${largest.toFixed(3)} mm; ${allowedMm} mm are allowed.`);
    if (!(largest <= allowedMm)) process.exitCode = 1;
  } finally {
    await browser.close();
    await server.stop();
    dropProfile(profile);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Workplace {
  readonly page: Page;
  readonly folder: string;
}

async function measured(
  { page, folder }: Workplace,
  labels: LabelsToDraw,
): Promise<{ readonly texts: number; readonly distance: number }> {
  const { pdf, texts } = await ask(page, 'drawLabels', labels);
  const raster = rasterOf(Buffer.from(pdf, 'base64'), folder);
  const distances = texts.map((box) => distanceOf(raster, box, labels.fit));
  return { texts: texts.length, distance: Math.max(...distances) };
}

function rasterOf(pdf: Buffer, folder: string): Raster {
  const file = join(folder, 'labels.pdf');
  writeFileSync(file, pdf);
  const image = execFileSync('pdftoppm', ['-r', '600', '-gray', '-singlefile', file], {
    maxBuffer: 200_000_000,
  });
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(image.toString('latin1', 0, 60)) ?? [];
  if (head === '') throw new Error('pdftoppm gave no picture.');
  return { width: Number(width), height: Number(height), dots: image.subarray(head.length) };
}

/** The largest of the four edges' distances on the paper. */
function distanceOf(raster: Raster, box: Box, fit: PaperFit | null): number {
  const { scaleX, scaleY, shiftX, shiftY } = fit ?? { scaleX: 1, scaleY: 1, shiftX: 0, shiftY: 0 };
  const ink = inkIn(raster, {
    left: (box.x - lookMm - shiftX) / scaleX,
    right: (box.x + box.w + lookMm - shiftX) / scaleX,
    top: (box.y - lookMm - shiftY) / scaleY,
    bottom: (box.y + box.h + lookMm - shiftY) / scaleY,
  });
  if (ink === null) return Infinity;
  return Math.max(
    Math.abs(ink.left * scaleX + shiftX - box.x),
    Math.abs(ink.right * scaleX + shiftX - box.x - box.w),
    Math.abs(ink.top * scaleY + shiftY - box.y),
    Math.abs(ink.bottom * scaleY + shiftY - box.y - box.h),
  );
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function inkIn({ width, height, dots }: Raster, look: Edges): Edges | null {
  const [x0, x1] = [look.left, look.right].map((mm) => dotAt(mm, width));
  const [y0, y1] = [look.top, look.bottom].map((mm) => dotAt(mm, height));
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let y = y0 ?? 0; y < (y1 ?? 0); y += 1)
    for (let x = x0 ?? 0; x < (x1 ?? 0); x += 1) {
      if ((dots[y * width + x] ?? 255) > 127) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  if (left === Infinity) return null;
  return {
    left: left / dotsPerMm,
    right: right / dotsPerMm,
    top: top / dotsPerMm,
    bottom: bottom / dotsPerMm,
  };
}

function dotAt(mm: number, most: number): number {
  return Math.max(0, Math.min(most, Math.round(mm * dotsPerMm)));
}

function say(line: string): void {
  // oxlint-disable-next-line no-console -- what the command was asked for
  console.log(line);
}

await main();
