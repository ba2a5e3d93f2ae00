import { describe, expect, it } from 'vitest';
import { openPasted, type Clip } from '#app/import/open-pasted.ts';

describe('a list that was copied', () => {
  it('from a spreadsheet is its table, not the tabs beside it', () => {
    const html =
      '<table><tr><td>Name</td><td>Note</td></tr><tr><td>Edda</td><td>a<br>b</td></tr></table>';
    expect(opened({ text: 'Name\tNote\nEdda\ta\nb', html })).toMatchObject({
      kind: 'pasted',
      text: 'Name\tNote\nEdda\t"a\nb"\n',
      delimiter: '\t',
    });
  });

  it('as text keeps its own delimiter', () => {
    const tabs = 'Name\tPhone\nEdda Krol\t07700 900110';
    expect(opened({ text: tabs, html: '' })).toMatchObject({ text: tabs, delimiter: '\t' });
    const semicolons = 'Name;Phone\nEdda Krol;07700 900110';
    expect(opened({ text: semicolons, html: '<p>Name;Phone</p>' })).toMatchObject({
      text: semicolons,
      delimiter: null,
    });
  });

  it('as lines of a note becomes names and numbers', () => {
    const text =
      'Regulars\nEdda Krol 07700 900110\n\nBram Osei: +44 (0)7700 900111\r\nAnne d’Arcy – anne@example.org';
    expect(opened({ text, html: '' }).text).toBe(
      'Regulars\nEdda Krol\t07700 900110\n\nBram Osei\t+44 (0)7700 900111\nAnne d’Arcy\tanne@example.org\n',
    );
  });

  it('as indented lines of a note, too', () => {
    const text = '  Edda Krol 07700 900110\n\t\n   Bram Osei 07700 900111  ';
    expect(opened({ text: text.replace('\t', ' '), html: '' }).text).toBe(
      'Edda Krol\t07700 900110\n\nBram Osei\t07700 900111\n',
    );
  });

  it('may be contact cards, or a row of names', () => {
    const card = 'BEGIN:VCARD\nFN:Edda Krol\nEND:VCARD';
    expect(opened({ text: card, html: '' }).text).toContain('Edda Krol');
    const names = 'Edda Krol\nBram Osei\n';
    expect(opened({ text: names, html: '' })).toMatchObject({ text: names, delimiter: null });
  });

  it('may be nothing, or no list', () => {
    expect(openPasted({ text: ' \n', html: '' })).toMatchObject({ problem: { kind: 'empty' } });
    expect(openPasted({ text: '{"a":1}', html: '' })).toMatchObject({ problem: { kind: 'json' } });
  });

  it('has a hash by which it is known again', () => {
    const clip = { text: 'Edda\tKrol', html: '' };
    expect(opened(clip).fileHash).toMatch(/^[\da-f]{64}$/);
    expect(opened(clip)).toEqual(opened(clip));
    expect(opened({ ...clip, text: 'Bram\tOsei' }).fileHash).not.toBe(opened(clip).fileHash);
  });
});

function opened(clip: Clip) {
  const list = openPasted(clip);
  if (!list.ok) throw new Error(`No list: ${list.problem.kind}`);
  return list.value;
}
