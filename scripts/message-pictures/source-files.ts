import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file that says messages, as its path in the house: screens first, then sentences. */
export function sourceFiles(): readonly string[] {
  return ['src/ui', 'src/i18n', 'src/app'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && /\.tsx?$/.test(each.name))
      .map((each) => relative(root, join(each.parentPath, each.name)))
      .filter((path) => !path.includes('compiled')),
  );
}
