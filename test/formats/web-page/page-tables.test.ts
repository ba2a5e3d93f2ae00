import { describe, expect, it } from 'vitest';
import { pageTables } from '#formats/web-page/page-tables.ts';
import { plainText } from '#formats/web-page/plain-text.ts';

describe('the tables of a page', () => {
  it('become rows, wherever tags are left out or stand in the way', () => {
    const page = `<!-- <td>no</td> --><style>td{}</style><script>"<td>no</td>"</script>
      <TABLE border=1><THEAD><tr><th>Name<th>Note</thead>
      <tr><td title="a > b">Edda
        Krol</td><td>red<br>bike<p>two&nbsp;dogs</p></td></tr>
      <tr><td colspan="2">both</td><td>third</td></tr><tr></tr>
      </TABLE><p>outside</p><table><tr><td>next</table>`;
    expect(pageTables(page)).toEqual([
      ['Name', 'Note'],
      ['Edda Krol', 'red\nbike\ntwo dogs'],
      ['both', '', 'third'],
      [],
      ['next'],
    ]);
  });

  it('keep a table in a cell in that cell', () => {
    const page = '<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</table>';
    expect(pageTables(page)).toEqual([['a b c', 'd']]);
  });

  it('are the inner ones where the outer one is there for the looks alone', () => {
    const list = '<table><tr><th>Name<th>Phone<tr><td>Edda<td>1<tr><td>Bram<td>2</table>';
    const page = `<table><tr><td>Menu</td><td>${list}</td></tr></table>`;
    expect(pageTables(page).slice(1)).toEqual([
      ['Name', 'Phone'],
      ['Edda', '1'],
      ['Bram', '2'],
    ]);
  });

  it('are those of Excel’s own XML too, with what it leaves out', () => {
    const book = `<?xml version="1.0"?><Workbook xmlns:ss="urn:x"><Worksheet><Table>
      <Row><Cell><Data ss:Type="String">Edda</Data></Cell>
      <Cell ss:Index="3"><Data ss:Type="Number">4.2</Data></Cell></Row>
      <Row ss:Index="3"><Cell><Data>Bram</Data></Cell></Row></Table></Worksheet></Workbook>`;
    expect(pageTables(book)).toEqual([['Edda', '', '4.2'], [], ['Bram']]);
  });

  it.each([
    ['J&ouml;rg &amp; &Lslash;&#x141;', 'Jörg & &Lslash;Ł'],
    ['&Uuml;&uuml;&szlig;&ccedil;&Aring;', 'Üüßçå'.replace('å', 'Å')],
    ['&lt;b&gt; &quot;x&quot; &#39;', '<b> "x" \''],
    ['AT&T &unknown; &', 'AT&T &unknown; &'],
    ['&#0;&#x110000;&#99999999;', '&#0;&#x110000;&#99999999;'],
  ])('have their references resolved: %s', (markup, text) => {
    expect(plainText(markup)).toBe(text);
  });
});
