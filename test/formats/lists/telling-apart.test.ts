import { describe, expect, it } from 'vitest';
import { inspectList } from '#formats/lists/inspect-list.ts';
import { guessed, londonShop, planOf } from '../../support/files/read-list.ts';

describe('rows that name nobody', () => {
  it('are one person when they hold the same number, and nobody else has it', () => {
    const { people } = planOf(
      list('Name,Phone,Note', ',07700 900110,red bike', ',07700 900110,two dogs', 'Bram,020 1,'),
    );
    expect(people.map(({ name, phones }) => [name, phones])).toEqual([
      ['07700 900110', ['07700 900110']],
      ['Bram', ['020 1']],
    ]);
  });

  it('are the person of the list who has their number, unless two have it', () => {
    const one = planOf(list('Name,Phone', 'Edda Krol,07700 900110', ',07700 900110'));
    expect(one.people.map(({ name }) => name)).toEqual(['Edda Krol']);
    const two = planOf(
      list('Name,Phone', 'Edda Krol,07700 900110', 'Bram Osei,07700 900110', ',07700 900110'),
    );
    expect(two.people.map(({ name }) => name)).toEqual(['Edda Krol', 'Bram Osei', '07700 900110']);
  });

  it('stay apart with a customer number of their own', () => {
    const { people } = planOf(
      list('Customer ID,Name,Phone', 'K1,Edda Krol,07700 900110', 'K2,,07700 900110'),
    );
    expect(people.map(({ importKey }) => importKey)).toEqual(['K1', 'K2']);
  });
});

describe('a heading that means two things', () => {
  it('is a place beside an address, and the state of a sale elsewhere', () => {
    const people = list('Nombre,Ciudad,Estado', 'Edda Krol,Puebla,Puebla', 'Bram Osei,León,León');
    expect(meaningsOf(people)).toEqual(['first-name', 'city', 'region']);
    const sales = list(
      'Fecha,Nombre,Total,Estado',
      '13/09/2026,Edda Krol,4.20,Pagado',
      '14/09/2026,Bram Osei,3.20,Cancelado',
    );
    expect(meaningsOf(sales).at(-1)).toBe('receipt-status');
  });
});

describe('the sign between columns', () => {
  it('is the one that was chosen, whatever else the lines hold', () => {
    const text = list('Name;Phone', 'Krol, Edda;020 7555 0118', 'Osei, Bram;020 7555 0119');
    const headings = (delimiter: ',' | ';' | null) => {
      const profile = inspectList(text, { delimiter, today: londonShop.today });
      return profile.ok ? profile.value.table.headings : [];
    };
    expect(headings(null)).toEqual(['Name', 'Phone']);
    expect(headings(',')).toEqual(['Name;Phone']);
  });
});

function list(...lines: readonly string[]): string {
  return lines.join('\n');
}

function meaningsOf(text: string): readonly string[] {
  return guessed(text).columns.map(({ meaning }) => meaning);
}
