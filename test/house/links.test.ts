import { describe, expect, it } from 'vitest';
import { filesIn, textOf } from './files.ts';

/** The only file that makes addresses of other apps, and the schemes it may use. */
const home = 'src/domain/messages/message-link.ts';
const allowed = ['mailto', 'sms', 'whatsapp', 'tel'];

const files = ['src/ui', 'src/app', 'src/domain', 'src/platform', 'src/i18n'].flatMap((folder) =>
  filesIn(folder, ['.ts', '.tsx']),
);

describe('links', () => {
  it('lead out of the app by four schemes alone, all made in one place', () => {
    const found = files.flatMap((path) =>
      schemesIn(textOf(path)).map((scheme) => ({ path, scheme })),
    );
    expect(found.filter(({ path }) => path !== home)).toEqual([]);
    expect(new Set(found.map(({ scheme }) => scheme))).toEqual(new Set(allowed));
  });

  it.each([
    ["href='https://wa.me/44'", ['https']],
    ['`//wa.me/${number}`', ['//']],
    ["const a = 'javascript:alert(1)';", ['javascript']],
    ['`tel:${number}`', ['tel']],
    ["'a: b'", []],
  ])('are caught when planted: %s', (text, schemes) => {
    expect(schemesIn(text)).toEqual(schemes);
  });
});

// Schemes at the beginning of a text. What names a thing, as "en: English", has a space after it.
function schemesIn(text: string): readonly string[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\*).*$/gmu, '');
  const known =
    /['"`](mailto|sms|smsto|tel|callto|facetime|whatsapp|https?|javascript|data|intent|viber|tg|\/\/(?=[a-z]))/gu;
  return [...code.matchAll(known)].flatMap(({ 1: scheme = '', index }) => {
    const after = code.slice(index + 1 + scheme.length);
    return scheme === '//' || after.startsWith(':') ? [scheme] : [];
  });
}
