import { describe, expect, it } from 'vitest';
import { problemInBytes, problemInText } from '#formats/csv/file-type.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe('a file that is no list', () => {
  it.each([
    ['a workbook of today', [0x50, 0x4b, 0x03, 0x04, 0x14], 'spreadsheet'],
    ['a workbook of old', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'spreadsheet'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'binary'],
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 0x0d], 'binary'],
    ['a JPEG picture', [0xff, 0xd8, 0xff, 0xe0], 'binary'],
    ['something packed', [0x1f, 0x8b, 0x08], 'binary'],
    ['a GIF picture', [0x47, 0x49, 0x46, 0x38, 0x39], 'binary'],
  ])('is told by its first bytes: %s', (_what, head, kind) => {
    expect(problemInBytes(Uint8Array.from(head), 'letters')).toEqual({ kind });
    // One byte of them does not make it one.
    expect(problemInBytes(Uint8Array.from([...head.slice(0, 1), 0x2c]), 'letters')).toBeNull();
  });

  it('may be empty, or full of zeros that are no letters', () => {
    expect(problemInBytes(bytes(), 'data')).toEqual({ kind: 'empty' });
    expect(problemInBytes(bytes(0x4e, 0x00, 0x2c), 'data')).toEqual({ kind: 'binary' });
    expect(problemInBytes(bytes(0x4e, 0x00, 0x2c), 'letters')).toBeNull();
    expect(problemInBytes(bytes(0x4e, 0x61, 0x2c), 'data')).toBeNull();
  });

  it.each([
    ['', 'empty'],
    ['\uFEFF \n', 'empty'],
    ['BEGIN:VCARD\nVERSION:3.0', 'contact-cards'],
    ['begin:vcard', 'contact-cards'],
    ['<html><body>', 'not-a-table'],
    ['[{"name":"Ada"}]', 'not-a-table'],
    ['{ "name": "Ada" }', 'not-a-table'],
    ['[]', 'not-a-table'],
  ])('is told by its first letters: %j', (text, kind) => {
    expect(problemInText(text)).toEqual({ kind });
  });

  it.each(['Name,Phone', '\uFEFFName,Phone', '[Ada],07700', '"{curly}",1'])(
    'is not seen in a list: %j',
    (text) => {
      expect(problemInText(text)).toBeNull();
    },
  );
});
