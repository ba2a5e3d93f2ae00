import { describe, expect, it } from 'vitest';
import { cardsText } from '#formats/contact-cards/cards-text.ts';
import { parseRows } from '#formats/table/parser.ts';

const decode = (bytes: Uint8Array<ArrayBuffer>, charset: string) =>
  new TextDecoder(charset).decode(bytes);

describe('contact cards', () => {
  it('become a list: headings, then a row for each card', () => {
    expect(rowsOf('BEGIN:VCARD', 'FN:Edda Krol', 'TEL:1', 'TEL:2', 'END:VCARD')).toEqual([
      'Name Nickname Company Phone Phone-2 Email Address Birthday Note Labels'
        .split(' ')
        .map((heading) => heading.replace('-', ' ')),
      ['Edda Krol', '', '', '1', '2'],
    ]);
  });

  it('of an iPhone are read', () => {
    const card = cardOf(
      'VERSION:3.0',
      'N:Krol;Edda;;;',
      'FN:Edda Krol',
      'NICKNAME:Eddie',
      'ORG:Mill;Yard',
      'item1.TEL;type=pref:+44 7700 900110',
      'item1.X-ABLabel:_$!<Mobile>!$_',
      'TEL;type=HOME;type=VOICE:020 7555 0118',
      'EMAIL;type=INTERNET:edda.k@example.org',
      'item2.ADR;type=HOME:;;1 Mill Lane;Leeds;;LS1 4AB;United Kingdom',
      'item2.X-ABADR:gb',
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29',
      'NOTE:red bike\\, two dogs\\nkind',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ',
      ' SkZJRgABTEL:5',
      'CATEGORIES:myContacts,Regular',
    );
    expect(card).toEqual({
      Name: 'Edda Krol',
      Nickname: 'Eddie',
      Company: 'Mill, Yard',
      Phone: '+44 7700 900110',
      'Phone 2': '020 7555 0118',
      Email: 'edda.k@example.org',
      Address: '1 Mill Lane\nLeeds\nLS1 4AB\nUnited Kingdom',
      Birthday: '--02-29',
      Note: 'red bike, two dogs\nkind',
      Labels: 'Regular',
    });
  });

  it('of an Android phone are read: encoded, and broken in the middle of a letter', () => {
    const card = cardOf(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:H=C3=B6lzl;Grete;;;',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Grete=20H=C3=B6lzl',
      'TEL;CELL;PREF:0151',

      'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:mag kein M=C3=',
      '=BCsli, kommt =',
      '=0D=0Asamstags',

      'ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Am Anger 3=0AHinterhaus;Ulm;;89073;',
      'BDAY:19800514',
      'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ',
      ' SkZJRgAB',
      '',
    );
    expect(card).toMatchObject({
      Name: 'Grete Hölzl',
      Phone: '0151',
      Note: 'mag kein Müsli, kommt\nsamstags',
      Address: 'Am Anger 3\nHinterhaus\n89073 Ulm',
      Birthday: '1980-05-14',
    });
  });

  it('of 4.0 are read', () => {
    const card = cardOf(
      'VERSION:4.0',
      'FN:Bram Osei',
      'TEL;VALUE=uri;TYPE="voice,home":tel:+44-7700-900111;ext=5',
      'EMAIL:mailto:bram@example.org',
      'ADR;LABEL="a:b;c":;;1 Elm St;Springfield;IL;62704;USA',
      'BDAY:--0514',
      'NOTE:a',
      'NOTE:b',
    );
    expect(card).toMatchObject({
      Name: 'Bram Osei',
      Phone: '+44-7700-900111 ext. 5',
      Email: 'bram@example.org',
      Address: '1 Elm St\nSpringfield IL 62704\nUSA',
      Birthday: '--05-14',
      Note: 'a\nb',
    });
  });

  it.each([
    ['the parts before what is shown', 'N:Krol;Edda;Maria;;', 'FN:E. Krol', 'Edda Maria Krol'],
    ['the shown order where it is the other one', 'N:田中;花子;;;', 'FN:田中 花子', '田中 花子'],
    ['titles that are shown', 'N:Khan;;;Mrs;', 'FN:Mrs Khan', 'Mrs Khan'],
    ['no titles that are not', 'N:Khan;Ava;;Dr;', 'FN:Ava Khan', 'Ava Khan'],
    ['what is shown where there are no parts', 'N:;;;;', 'FN:Mill & Yard', 'Mill & Yard'],
    ['several first names', 'N:Krol;Edda,Maria;;;', 'FN:x', 'Edda Maria Krol'],
    ['a first name alone', 'N:;Bram;;;', 'FN:Bram', 'Bram'],
    ['nothing', 'N:;;;;', 'FN:', ''],
  ])('have a name: %s', (...[, parts, shown, name]) => {
    expect(cardOf(parts, shown, 'TEL:1')).toMatchObject({ Name: name, Phone: '1' });
  });

  it.each([
    ['BDAY:1980-05-14', '1980-05-14'],
    ['BDAY:19800514', '1980-05-14'],
    ['BDAY:1980-05-14T00:00:00Z', '1980-05-14'],
    ['BDAY;VALUE=date:1604-02-29', '--02-29'],
    ['BDAY;X-APPLE-OMIT-YEAR=1700:1700-02-29', '--02-29'],
    ['BDAY:--0229', '--02-29'],
    ['BDAY:--02-29', '--02-29'],
    ['BDAY;VALUE=text:in spring', 'in spring'],
  ])('have a birthday in many spellings: %s', (line, birthday) => {
    expect(cardOf('FN:Edda', line)).toMatchObject({ Birthday: birthday });
  });

  it('may be many, unclosed, grouped, of agents, or without a name', () => {
    const rows = rowsOf(
      'BEGIN:VCARD',
      'FN:One',
      'AGENT:',
      'BEGIN:VCARD',
      'FN:Agent',
      'END:VCARD',
      'TEL:1',

      'END:VCARD',
      'begin:vcard',
      'TEL:2',
      'BEGIN:VCARD',
      'FN:Family',
      'KIND:group',
      'END:VCARD',
      'BEGIN:VCARD',
      'FN:Four',
      'TEL:4',
      'END:VCARD',
    );
    expect(rows.map(([name, , , phone]) => [name, phone])).toEqual([
      ['Name', 'Phone'],
      ['One', '1'],
      ['', '2'],
      ['Four', '4'],
    ]);
  });

  it('keep the number of their row, also behind a group of cards', () => {
    const text = cardsText(
      'BEGIN:VCARD\nFN:All\nX-ADDRESSBOOKSERVER-KIND:group\nEND:VCARD\nBEGIN:VCARD\nFN:Edda\nEND:VCARD',
      decode,
    );
    expect(
      parseRows(text ?? '', { delimiter: '\t', width: null }).map(({ number }) => number),
    ).toEqual([1, 3]);
  });

  it('keep each of a hundred numbers, the last ones together', () => {
    const phones = Array.from({ length: 100 }, (_, index) => `TEL:${index}`);
    const [, row = []] = rowsOf('BEGIN:VCARD', 'FN:Edda', ...phones, 'END:VCARD');
    expect(row.join(', ').match(/\d+/g)).toHaveLength(100);
  });

  it('are none in another text', () => {
    expect(cardsText('Name,Phone\nEdda,1\n', decode)).toBeNull();
  });
});

function rowsOf(...lines: readonly string[]): readonly (readonly string[])[] {
  const text = cardsText(`${lines.join('\r\n')}\r\n`, decode);
  return parseRows(text ?? '', { delimiter: '\t', width: null }).map(({ cells }) => cells);
}

/** The filled cells of one card by their headings. */
function cardOf(...lines: readonly string[]): Readonly<Record<string, string>> {
  const [headings = [], row = []] = rowsOf('BEGIN:VCARD', ...lines, 'END:VCARD');
  return Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? '']));
}
