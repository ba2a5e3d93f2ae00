// Other people's programs that read a PDF. Where they are not installed a test is skipped, visibly.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function isInstalled(program: 'qpdf' | 'pdftoppm'): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** What qpdf complains about; empty for a file without fault. */
export function qpdfComplaints(pdf: Uint8Array): string {
  return inFolder((folder) => {
    const path = join(folder, 'sheet.pdf');
    writeFileSync(path, pdf);
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
    return status === 0 ? '' : stdout + stderr;
  });
}

/** A rendered page: 0 for black, 255 for white. */
export interface RenderedPage {
  readonly columns: number;
  readonly rows: number;
  readonly dots: Uint8Array;
  readonly dotsPerMm: number;
}

/** Page `number`, from 1, as it comes out of a printer of so many dots per inch. */
export function renderedPage(pdf: Uint8Array, number: number, dotsPerInch = 600): RenderedPage {
  return inFolder((folder) => {
    const path = join(folder, 'sheet.pdf');
    writeFileSync(path, pdf);
    const page = String(number);
    const options = ['-r', String(dotsPerInch), '-gray', '-f', page, '-l', page, '-singlefile'];
    execFileSync('pdftoppm', [...options, path, join(folder, 'page')]);
    return grayMap(readFileSync(join(folder, 'page.pgm')), dotsPerInch / 25.4);
  });
}

export interface InkBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box of all ink inside of `within`, in millimetres, or null where the paper is white. */
export function inkBox(page: RenderedPage, within: InkBox): InkBox | null {
  const { columns, rows, dots, dotsPerMm } = page;
  const dot = (mm: number): number => Math.round(mm * dotsPerMm);
  let [left, top, right, bottom] = [columns, rows, -1, -1];
  for (let row = Math.max(0, dot(within.top)); row < Math.min(rows, dot(within.bottom)); row += 1)
    for (
      let column = Math.max(0, dot(within.left));
      column < Math.min(columns, dot(within.right));
      column += 1
    ) {
      if ((dots[row * columns + column] ?? 255) > 127) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  if (right < 0) return null;
  return {
    left: left / dotsPerMm,
    top: top / dotsPerMm,
    right: (right + 1) / dotsPerMm,
    bottom: (bottom + 1) / dotsPerMm,
  };
}

/** Reads "P5 columns rows 255" and the bytes behind it. */
function grayMap(file: Buffer, dotsPerMm: number): RenderedPage {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 64).toString('latin1'));
  if (head === null) throw new Error('This is no gray map');
  const [whole, columns, rows] = head;
  return {
    columns: Number(columns),
    rows: Number(rows),
    dots: Uint8Array.from(file.subarray(whole.length)),
    dotsPerMm,
  };
}

function inFolder<T>(read: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-pdf-'));
  try {
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
