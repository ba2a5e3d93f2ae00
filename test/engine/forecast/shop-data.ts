import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the real logs and reference numbers lie. They are not part of the repository. */
export const dataFolder =
  process.env['REGULARS_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');

export const hasData = existsSync(join(dataFolder, 'fixtures/reference_fits.json'));

/** The rows of a comma-separated file as objects of text. */
export function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(join(dataFolder, name), 'utf8').trim().split('\n');
  const names = header.trim().split(',');
  return lines.map((line) => {
    const cells = line.trim().split(',');
    return Object.fromEntries(names.map((key, index) => [key, cells[index] ?? '']));
  });
}
