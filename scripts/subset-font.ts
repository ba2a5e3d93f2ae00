// Cuts the bundled serif out of the full Fraunces family, so that anybody can make the same files
// again: npx tsx scripts/subset-font.ts Fails when the cuts together weigh more than the app allows
// for letters.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const MOST_BYTES = 60_000;

const family = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/fraunces/package.json'),
);
const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'ui', 'style', 'fonts');

const latin = `${range(0x20, 0x7e)}\u00a0¡¢£¥§©«®°·»¿${range(0xc0, 0xff)}½–—‘’‚“”„…•‹›€−`;
const latinExtended = `${range(0x100, 0x17e)}ȘșȚțẞ`;

const title = { opsz: 30, wght: { min: 400, max: 600 } } as const;
const display = { opsz: 144, wght: 400 } as const;

const cuts = [
  { name: 'fraunces-title-latin', source: 'latin', letters: latin, axes: title },
  { name: 'fraunces-title-latin-ext', source: 'latin-ext', letters: latinExtended, axes: title },
  { name: 'fraunces-display-latin', source: 'latin', letters: latin, axes: display },
] as const;

await mkdir(target, { recursive: true });
await copyFile(join(family, 'LICENSE'), join(target, 'OFL.txt'));
let total = 0;
for (const cut of cuts) {
  const whole = await readFile(join(family, 'files', `fraunces-${cut.source}-opsz-normal.woff2`));
  const part = await subsetFont(whole, cut.letters, {
    targetFormat: 'woff2',
    variationAxes: cut.axes,
  });
  await writeFile(join(target, `${cut.name}.woff2`), part);
  total += part.length;
  process.stdout.write(`${cut.name}.woff2 ${part.length} bytes\n`);
}
process.stdout.write(`${total} bytes of ${MOST_BYTES}\n`);
if (total > MOST_BYTES) process.exitCode = 1;

function range(first: number, last: number): string {
  return String.fromCodePoint(
    ...Array.from({ length: last - first + 1 }, (_, step) => first + step),
  );
}
