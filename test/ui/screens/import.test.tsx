import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSettings } from '#app/shop/settings.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { OpenShopContext, SettingsContext, WallTimeContext } from '#ui/hooks/use-shop.ts';
import { ImportScreen } from '#ui/screens/import/import.tsx';
import { emptyRoster } from '../../support/shops/empty-roster.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

const list = `Name,Phone,Date,Amount
Mrs Khan,020 7946 0018,03/04/2026,18.40
Tom Reed,,05/04/2026,3.20
Tom Reed,,soon,3.20
`;

let deps: Awaited<ReturnType<typeof openTestShop>>;
let settings: Settings;
beforeEach(async () => {
  deps = await openTestShop();
  settings = await loadSettings(deps);
});
afterEach(cleanup);

function show(): void {
  const wall = toLocalTime(deps.clock.now(), settings.zone);
  render(
    <OpenShopContext.Provider value={{ deps, roster: emptyRoster, isSample: false }}>
      <SettingsContext.Provider value={settings}>
        <WallTimeContext.Provider value={wall}>
          <ImportScreen />
        </WallTimeContext.Provider>
      </SettingsContext.Provider>
    </OpenShopContext.Provider>,
  );
}

function choose(text: BlobPart, name = 'list.csv'): void {
  const input = screen.getByLabelText<HTMLInputElement>('Choose a file');
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
}

async function press(word: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: word }));
}

/** Everything that is stored, to see that nothing was. */
async function stored(): Promise<unknown> {
  return Promise.all(deps.db.tables.map((table) => table.toArray()));
}

describe('bringing in a list', () => {
  test('goes from the file to the people and back again', async () => {
    show();
    choose(list);
    expect(await screen.findByLabelText('Name is')).toHaveProperty('value', 'name');
    expect(screen.getByText('03/04/2026')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '3 April' }));
    await press('Go on');
    expect(await screen.findByText('2 people, 2 visits.')).toBeTruthy();
    expect(screen.getByText('Row 4: “soon” is not a day. The line is left out.')).toBeTruthy();
    expect(await deps.db.customers.count()).toBe(0);
    await press('Bring them in');
    await screen.findByRole('heading', { name: 'They are in' });
    expect((await deps.db.visits.toArray()).map((visit) => visit.day)).toEqual([
      '2026-04-03',
      '2026-04-05',
    ]);
    await press('Undo this import');
    await screen.findByRole('heading', { name: 'Taken back' });
    expect((await deps.db.visits.toArray()).every((visit) => visit.voided)).toBe(true);
  });

  test('takes the focus along from step to step', async () => {
    show();
    choose('Name\nTom\n');
    await press('Go on');
    const go = await screen.findByRole('button', { name: 'Bring them in' });
    expect(document.activeElement?.contains(go)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  test('does not go on before it knows how to read the days', async () => {
    show();
    choose(list);
    await screen.findByRole('radiogroup', { name: /Is 03\/04\/2026 the 3 April or the 4 March/ });
    const before = await stored();
    await press('Go on');
    expect(await screen.findByText(/Tell us first how to read the days/)).toBeTruthy();
    expect(await stored()).toEqual(before);
  });

  test('shows three cells of each column and takes another meaning', async () => {
    show();
    choose('Name,Shoe size\nTom,44\nHana,38\nPriya,39\nOla,40\n');
    const select = await screen.findByLabelText<HTMLSelectElement>('Shoe size is');
    expect(select.value).toBe('skip');
    const line = within(select.closest('li') ?? document.body);
    expect(['44', '38', '39'].every((cell) => line.queryByText(cell) !== null)).toBe(true);
    expect(line.queryByText('40')).toBeNull();
    fireEvent.change(select, { target: { value: 'note' } });
    await press('Go on');
    await press('Bring them in');
    await screen.findByRole('heading', { name: 'They are in' });
    expect((await deps.db.customers.toArray()).map((customer) => customer.note)).toEqual([
      '44',
      '38',
      '39',
      '40',
    ]);
  });

  test('reads the first line as somebody when told that it is no heading', async () => {
    show();
    choose('Name,Phone\nTom,020 1\n');
    fireEvent.click(await screen.findByRole('switch', { name: 'First line is headings' }));
    expect(screen.getByText('Column 1')).toBeTruthy();
  });

  test('leaves people apart unless told that they are one', async () => {
    show();
    choose('Name,Phone\nMrs Khan,020 7946 0018\n', 'first.csv');
    await press('Go on');
    await press('Bring them in');
    await press('Bring in another list');
    choose('Name,Telephone\nKhan,+44 20 7946 0018\nTom,\n', 'second.csv');
    await press('Go on');
    const pair = await screen.findByRole('radiogroup', { name: 'Khan and Mrs Khan' });
    expect(within(pair).getByRole<HTMLInputElement>('radio', { name: 'Two people' }).checked).toBe(
      true,
    );
    fireEvent.click(within(pair).getByRole('radio', { name: 'Same person' }));
    await press('Go on');
    await press('Bring them in');
    await screen.findByRole('heading', { name: 'They are in' });
    const joined = (await deps.db.customers.toArray()).filter((each) => each.mergedInto !== null);
    expect(joined.map((customer) => customer.name)).toEqual(['Khan']);
  });

  test('recognises the same file and offers to undo the first import', async () => {
    show();
    const visits = 'Name,Date\nTom,2026-05-01\n';
    choose(visits);
    await press('Go on');
    await press('Bring them in');
    await press('Bring in another list');
    choose(visits, 'copy of list.csv');
    await press('Go on');
    expect(
      await screen.findByText(/This very file was brought in on 18 June: 1 person, 1 visit\./),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Bring them in' })).toBeNull();
  });

  test('lists what was brought in before, with what was left out', async () => {
    show();
    choose('Name,Date\nTom,2026-05-01\nTom,never\n');
    await press('Go on');
    await press('Bring them in');
    await press('Bring in another list');
    await press('What was left out');
    expect(screen.getByText('Row 3: “never” is not a day. The line is left out.')).toBeTruthy();
    await press('Undo the import of list.csv');
    await press('Yes, take it back');
    await screen.findByRole('heading', { name: 'Taken back' });
  });
});

describe('a file that is no list', () => {
  const cases: readonly (readonly [string, BlobPart, RegExp])[] = [
    ['empty', '', /This file is empty/],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4), /This is a workbook/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /not a list but a picture/],
    ['contact cards', 'BEGIN:VCARD\nFN:Tom\nEND:VCARD', /holds contact cards/],
    ['a letter', 'Dear Mrs Khan,\nthank you.\n\nYours\n', /not a table/],
    ['headings alone', 'Name,Phone\n', /headings and nothing under them/],
    [
      '200 MB',
      new Uint8Array(200_000_000),
      /This file has 200 MB, and a list may have up to 199 MB/,
    ],
    [
      'sales without customers',
      'Datum,Typ,Transaktionsnummer,Preis (brutto)\n"31.01.2025, 19:56",Verkauf,T1,"4,20"\n',
      /sales but no customers/,
    ],
  ];

  test.each(cases)(
    '%s: the sentence is shown and nothing is stored',
    async (_, bytes, sentence) => {
      show();
      const before = await stored();
      choose(bytes);
      expect(await screen.findByText(sentence)).toBeTruthy();
      expect(screen.getByRole('alert').textContent).toContain('Nothing was stored.');
      expect(await stored()).toEqual(before);
    },
  );

  test.each([
    ['nobody in it', 'Date,Amount\n2026-05-01,3\n', /No column says who/],
    ['no days', 'Name,Amount\nTom,3\n', /no column says which day/],
  ])('%s: asked for at the columns', async (_, text, sentence) => {
    show();
    const before = await stored();
    choose(text);
    await press('Go on');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(sentence));
    expect(await stored()).toEqual(before);
  });
});
