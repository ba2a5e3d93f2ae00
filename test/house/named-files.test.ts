import { describe, expect, it } from 'vitest';
import { filesIn, textOf } from './files.ts';

const folders = ['src', 'test', 'scripts', 'bench', 'server', 'docs'];
const files = [
  ...folders.flatMap((folder) => filesIn(folder, ['.ts', '.tsx', '.json', '.css', '.md'])),
  'vite.config.ts',
  'package.json',
  'README.md',
];
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...folders.flatMap((folder) => filesIn(folder, ['.md'])),
];

describe('the pages for developers', () => {
  it('name files that are there', () => {
    expect(pages).toContain('src/app/README.md');
    expect(pages.flatMap((page) => lostIn(textOf(page)).map((name) => `${page}: ${name}`))).toEqual(
      [],
    );
  });

  it('are caught when they name another', () => {
    expect(
      lostIn('see `lib/day.ts`, `day.ts`, `0003-lists`, `<name>.ts` and `tables.ts:12`'),
    ).toEqual([]);
    expect(lostIn('see `lib/gone.ts`, and `app/day.ts`')).toEqual(['lib/gone.ts', 'app/day.ts']);
  });
});

/** Names between backticks that no file ends with; what stands for many has brackets. */
function lostIn(text: string): readonly string[] {
  const named = [...text.matchAll(/`([\w./-]+\.(?:ts|tsx|css|md))`/g)].map(([, name = '']) => name);
  return named.filter((name) => !files.some((path) => path === name || path.endsWith(`/${name}`)));
}
