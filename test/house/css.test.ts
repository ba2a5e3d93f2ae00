import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrastOf } from './contrast.ts';
import { filesIn, textOf } from './files.ts';

const colourSheets = ['colours', 'people-colours', 'paper-colours'].map(
  (name) => `src/ui/style/${name}.css`,
);
// What holds for the whole page stands here; every other sheet belongs to one part.
const basePath = 'src/ui/style/base.css';
const sheets = filesIn('src', ['.css']);

describe('the style sheets', () => {
  it('are seen at all', () => {
    expect(sheets.length).toBeGreaterThanOrEqual(5);
  });

  it('name each class after the file it stands in', () => {
    const parts = sheets.filter((path) => path !== basePath);
    expect(parts.flatMap((path) => strangeClassesIn(path, textOf(path)))).toEqual([]);
  });

  it('take every colour from the sheets of colours', () => {
    const others = sheets.filter((path) => !colourSheets.includes(path));
    expect(others.flatMap((path) => coloursIn(path, textOf(path)))).toEqual([]);
  });

  it('know start and end, not left and right', () => {
    expect(sheets.flatMap((path) => physicalIn(path, textOf(path)))).toEqual([]);
  });

  it('use only tokens that exist', () => {
    const named = new Set(sheets.flatMap((path) => declaredIn(textOf(path))));
    const unknown = sheets.flatMap((path) =>
      [...bare(textOf(path)).matchAll(/var\(\s*(--[\w-]+)\s*\)/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => !named.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('never stand in the markup: no inline styles and no colours in components', () => {
    const found = filesIn('src', ['.tsx']).filter((path) =>
      /\sstyle=|\s(?:fill|stroke|color|stop-color)="(?!none"|currentColor")/.test(textOf(path)),
    );
    expect(found).toEqual([]);
  });

  it.each([
    [
      'a class of another part',
      () => strangeClassesIn('src/ui/parts/tile.css', '.strip_x { gap: 0 }'),
    ],
    [
      'a class that only begins alike',
      () => strangeClassesIn('src/ui/parts/tile.css', '.tiles { gap: 0 }'),
    ],
    [
      'the insides of another part',
      () => strangeClassesIn('src/ui/parts/tile.css', '.tile .strip_x { gap: 0 }'),
    ],
    ['a colour in hex', () => coloursIn('a.css', '.a { color: #fff; }')],
    ['a colour by function', () => coloursIn('a.css', '.a { color: rgb(0 0 0 / .4); }')],
    ['a colour by name', () => coloursIn('a.css', '.a { border: 1px solid red; }')],
    ['a physical side', () => physicalIn('a.css', '.a { margin-left: 1px; }')],
    ['a physical place', () => physicalIn('a.css', '.a { position: absolute; right: 0; }')],
  ])('are caught when planted: %s', (_what, look) => {
    expect(look()).not.toEqual([]);
  });
});

describe('the colours', () => {
  const themes = themesIn(colourSheets.map(textOf).join(''));

  it('are the same in the dark that was chosen and the dark of the system', () => {
    expect(themes.darkBySystem).toEqual(themes.darkByChoice);
    expect(themes.darkByChoice).toContain('--dark: initial');
    expect(themes.dark.size).toBeGreaterThan(30);
  });

  it.each(pairs())('are read well: %s on %s, at least %d', (ink, paper, min) => {
    for (const [name, theme] of [
      ['light', themes.light],
      ['dark', new Map([...themes.light, ...themes.dark])],
    ] as const) {
      const ratio = contrastOf(colourOf(theme, ink), colourOf(theme, paper));
      expect(ratio, `${name}: ${ink} on ${paper}`).toBeGreaterThanOrEqual(min);
    }
  });
});

/**
 * Ink, paper, and the least contrast: 4.5 for text, 7 on the Counter, 3 for edges and bold figures.
 */
function pairs(): readonly (readonly [string, string, number])[] {
  const kinds = ['regular', 'more', 'less', 'spreads', 'neutral'];
  const owners = ['bg', 'surface', 'sunken'];
  return [
    ...['bg', 'surface'].flatMap((paper) => [
      ['ink', paper, 7] as const,
      ['ink-2', paper, 7] as const,
    ]),
    ['ink', 'sunken', 7],
    ['ink', 'key', 7],
    ['ink', 'quiet', 7],
    ['rail-ink', 'rail', 7],
    ['rail-on-ink', 'rail-on', 7],
    ['ink-2', 'sunken', 4.5],
    ...owners.map((paper) => ['ink-3', paper, 4.5] as const),
    ...owners.map((paper) => ['line-strong', paper, 3] as const),
    ...owners.map((paper) => ['focus', paper, 3] as const),
    ['focus', 'brand-soft', 3],
    ['on-brand', 'brand', 4.5],
    ['on-brand', 'brand-pressed', 4.5],
    ['on-brand-soft', 'brand-soft', 4.5],
    ...['bg', 'surface'].map((paper) => ['brand', paper, 4.5] as const),
    ...['bg', 'surface'].map((paper) => ['gift', paper, 4.5] as const),
    ['on-gift', 'gift', 4.5],
    ['on-gift-soft', 'gift-soft', 4.5],
    ['on-give', 'give', 4.5],
    ['warn', 'surface', 4.5],
    ['on-warn-soft', 'warn-soft', 4.5],
    ['danger', 'surface', 4.5],
    ['on-danger-soft', 'danger-soft', 4.5],
    ['on-count', 'count', 4.5],
    ...kinds.map((kind) => [kind, `${kind}-soft`, 4.5] as const),
    ...[1, 2, 3].map((step) => ['on-heat-low', `heat-${step}`, 4.5] as const),
    ['on-heat-low', 'heat-4', 3],
    ['on-heat-high', 'heat-5', 3],
    ['on-heat-high', 'heat-6', 4.5],
  ];
}

/** A style sheet without its comments, addresses and quoted words. */
function bare(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/url\([^)]*\)/g, 'url()')
    .replaceAll(/"[^"]*"|'[^']*'/g, '""');
}

/** The parts between braces that hold declarations, without any selector. */
function declarationsIn(text: string): string[] {
  return [...bare(text).matchAll(/\{([^{}]*)\}/g)].flatMap(([, body]) =>
    (body ?? '').split(';').map((line) => line.trim()),
  );
}

function declaredIn(text: string): string[] {
  return declarationsIn(text).flatMap((line) => /^(--[\w-]+)\s*:/.exec(line)?.[1] ?? []);
}

/**
 * A selector names a class of its own file; it may place another part beside it, never touch its
 * insides.
 */
function strangeClassesIn(path: string, text: string): string[] {
  const name = basename(path, '.css');
  const own = new RegExp(`^${name}(?:$|[_-])`);
  const selectors = [...bare(text).matchAll(/([^{};]*)\{/g)].flatMap(([, list]) =>
    (list ?? '').trim().startsWith('@') ? [] : (list ?? '').split(/,(?![^(]*\))/),
  );
  return selectors
    .filter((selector) => {
      const classes = [...selector.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map((found) => found[1] ?? '');
      const others = classes.filter((found) => !own.test(found));
      return (
        others.some((found) => found.includes('_')) ||
        (others.length > 0 && others.length === classes.length)
      );
    })
    .map((selector) => `${path}: ${selector.trim()}`);
}

function coloursIn(path: string, text: string): string[] {
  const literal =
    /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|(?<![\w-])(?:white|black|red|green|blue|gray|grey|orange|yellow|brown|purple|pink|silver|gold|navy|teal|maroon|beige|ivory|tan)(?![\w-])/i;
  return declarationsIn(text)
    .filter((line) => literal.test(line.slice(line.indexOf(':') + 1)))
    .map((line) => `${path}: ${line}`);
}

function physicalIn(path: string, text: string): string[] {
  const physical =
    /^(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b|(?:left|right|top|bottom)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)/;
  return declarationsIn(text)
    .filter((line) => physical.test(line))
    .map((line) => `${path}: ${line}`);
}

type Theme = ReadonlyMap<string, string>;

interface Themes {
  readonly light: Theme;
  /** Those that are others by night. */
  readonly dark: Theme;
  /** What turns the dark on, by the owner's choice and by the system's. */
  readonly darkByChoice: string;
  readonly darkBySystem: string;
}

function themesIn(text: string): Themes {
  const rules = [...bare(text.replaceAll(/["']/g, '')).matchAll(/([^{};]*)\{([^{}]*)\}/g)];
  const of = (selector: RegExp) => {
    const rule = rules.find(([, found]) => selector.test((found ?? '').trim()));
    if (!rule) throw new Error(`no rule for ${selector.source}`);
    return (rule[2] ?? '').replaceAll(/\s+/g, ' ').trim();
  };
  const palette = rules
    .filter(([, found]) => found?.trim() === ':root')
    .map(([, , body]) => body ?? '')
    .join('');
  return {
    light: coloursBy(palette, /--([\w-]+)\s*:\s*(?:var\(--light,\s*)?(#[\da-fA-F]{6})\b/g),
    dark: coloursBy(palette, /--([\w-]+)\s*:[^;]*var\(--dark,\s*(#[\da-fA-F]{6})\)/g),
    darkByChoice: of(/^(?::root)?\[data-theme=dark\]$/),
    darkBySystem: of(/^:root:not\(\[data-theme=light\]\)$/),
  };
}

function coloursBy(body: string, colour: RegExp): Theme {
  return new Map([...body.matchAll(colour)].map(([, name, found]) => [name ?? '', found ?? '']));
}

function colourOf(theme: Theme, name: string): string {
  const colour = theme.get(name);
  if (colour === undefined) throw new Error(`no colour --${name}`);
  return colour;
}
