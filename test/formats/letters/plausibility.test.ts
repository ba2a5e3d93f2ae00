import { describe, expect, it } from 'vitest';
import { letterClassOf } from '#formats/letters/letter-class.ts';
import { plausibilityOf } from '#formats/letters/plausibility.ts';

describe('what a letter is', () => {
  it.each([
    ['é', { script: 'latin', kind: 'letter', letterCase: 'lower' }],
    ['É', { script: 'latin', kind: 'letter', letterCase: 'upper' }],
    ['ß', { script: 'latin', kind: 'letter', letterCase: 'lower' }],
    ['ı', { script: 'latin', kind: 'letter', letterCase: 'lower' }],
    ['Ж', { script: 'cyrillic', kind: 'letter', letterCase: 'upper' }],
    ['ω', { script: 'greek', kind: 'letter', letterCase: 'lower' }],
    ['א', { script: 'hebrew', kind: 'letter', letterCase: null }],
    ['ع', { script: 'arabic', kind: 'letter', letterCase: null }],
    ['ｶ', { script: 'half-kana', kind: 'letter', letterCase: null }],
    ['カ', { script: 'kana', kind: 'letter', letterCase: null }],
    ['山', { script: 'han', kind: 'letter', letterCase: null }],
    ['々', { script: 'han', kind: 'letter', letterCase: null }],
    ['김', { script: 'hangul', kind: 'letter', letterCase: null }],
    ['क', { script: null, kind: 'sign', letterCase: null }],
    ['µ', { script: null, kind: 'sign', letterCase: null }],
    ['\u0301', { script: null, kind: 'mark', letterCase: null }],
    ['\u0081', { script: null, kind: 'nonsense', letterCase: null }],
    ['\uFFFD', { script: null, kind: 'nonsense', letterCase: null }],
    ['　', { script: null, kind: 'wide', letterCase: null }],
    ['’', { script: null, kind: 'apostrophe', letterCase: null }],
    ['„', { script: null, kind: 'opening-quote', letterCase: null }],
    ['–', { script: null, kind: 'quote', letterCase: null }],
    ['ª', { script: null, kind: 'quote', letterCase: null }],
    ['¶', { script: null, kind: 'sign', letterCase: null }],
  ])('%s', (char, expected) => {
    expect(letterClassOf(char)).toEqual(expected);
    expect(letterClassOf(char)).toEqual(expected);
  });
});

describe('of two readings of the same bytes', () => {
  it.each([
    ['Jörg Weiß', 'JĂ¶rg WeiĂź', 'bytes of UTF-8 taken for Polish'],
    ['Jörg', 'J枚rg', 'German taken for Chinese'],
    ['Jörg', 'Jцrg', 'German taken for Russian'],
    ['Łukasz', 'Łukasz\u0081', 'a character that nobody types'],
    ['José', 'JosÉ', 'a capital at the end'],
    ['Élodie', 'élodie', 'a small letter at the start'],
    ['ÉLODIE', 'ÉÉodie', 'two capitals before a small letter'],
    ['Zoë', 'Zo¶', 'a sign behind a letter'],
    ['L’Été', 'L‘Été', 'an opening quote between two letters'],
    ['山田カナ', '山田жж', 'Japanese with Russian in it'],
    ['Müller', 'Mõller', 'German taken for Estonian'],
    ['Ольга', 'Îëüãà', 'Russian taken for French'],
    ['Σοφία', 'Óïößá', 'Greek taken for Icelandic'],
    ['Ahmet Yılmaz', 'Ahmet Yýlmaz', 'Turkish taken for Icelandic'],
    ['„Krone“', '¶Krone¶', 'quotes taken for signs'],
  ])('%s is likelier than %s: %s', (right, wrong) => {
    expect(plausibilityOf(right)).toBeGreaterThan(plausibilityOf(wrong));
  });

  it('letters of ASCII alone weigh nothing', () => {
    expect(plausibilityOf('Tom Reid, 12 High St.')).toBe(0);
  });

  it('each doubtful thing counts as often as it stands there', () => {
    const once = plausibilityOf('Zo¶');
    expect(once).toBe(-8);
    expect(plausibilityOf('Zo¶ Zo¶')).toBe(2 * once);
    expect(plausibilityOf('¶')).toBe(-6);
    expect(plausibilityOf('„')).toBe(-3);
    expect(plausibilityOf('o„')).toBe(-8);
    expect(plausibilityOf('o–o')).toBe(-5);
    expect(plausibilityOf('o’o')).toBe(-3);
    expect(plausibilityOf('o’')).toBe(-5);
    expect(plausibilityOf('\u0301')).toBe(-4);
    expect(plausibilityOf('　')).toBe(-3);
  });
});
