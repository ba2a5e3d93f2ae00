import { describe, expect, test } from 'vitest';
import { contactsCsv } from '#app/list-sources/phone-contacts.ts';
import { fileFromText } from '#app/list-sources/pasted-list.ts';

describe('contacts that were picked on a phone', () => {
  test('become a list with a column for each of their numbers', () => {
    const list = contactsCsv([
      {
        name: ['Edda Krol', 'Eddie'],
        tel: ['07700 900110', '020 7555 0118', '07700 900110'],
        email: ['edda.k@example.org'],
        address: [{ addressLine: ['3 Mill Lane'], city: 'York', postalCode: 'YO1 7AA' }],
      },
      { name: ['Bram "B" Osei'], tel: [' '] },
    ]);
    expect(list.split('\r\n')).toEqual([
      '"Name","Phone","Phone 2","Email","Full address"',
      '"Edda Krol","07700 900110","020 7555 0118","edda.k@example.org","3 Mill Lane, York, YO1 7AA"',
      '"Bram ""B"" Osei","","","",""',
      '',
    ]);
  });

  test('hold no line break that would begin another row', () => {
    expect(contactsCsv([{ name: ['Edda\nKrol'] }])).toBe('"Name"\r\n"Edda Krol"\r\n');
  });
});

describe('text that was pasted', () => {
  test('is a file, unless there is none', () => {
    expect(fileFromText(' \n')).toBeNull();
    expect(fileFromText('Name\nTom\n')).toMatchObject({ name: 'pasted.txt' });
  });
});
