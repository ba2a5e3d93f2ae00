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
    <OpenShopContext.Provider value={{ deps, roster: emptyRoster(deps), isSample: false }}>
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
    await press('Continue');
    expect(
      await screen.findByText('3 lines: 2 new people, 2 visits, 1 line left out.'),
    ).toBeTruthy();
    expect(screen.getByText('3 April to 5 April')).toBeTruthy();
    expect(screen.getByText('£21.60')).toBeTruthy();
    expect(screen.queryByText('Every line could be used.')).toBeNull();
    expect(screen.getByText('Row 4: “soon” is not a date. The line is left out.')).toBeTruthy();
    expect(await deps.db.customers.count()).toBe(0);
    await press('Import now');
    await screen.findByRole('heading', { name: 'Imported' });
    expect((await deps.db.visits.toArray()).map((visit) => visit.day)).toEqual([
      '2026-04-03',
      '2026-04-05',
    ]);
    await press('Undo this import');
    await screen.findByRole('heading', { name: 'Import undone' });
    expect((await deps.db.visits.toArray()).every((visit) => visit.voided)).toBe(true);
  });

  test('takes the focus along from step to step', async () => {
    show();
    choose('Name\nTom\n');
    await press('Continue');
    const go = await screen.findByRole('button', { name: 'Import now' });
    expect(document.activeElement?.contains(go)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  test('does not go on before it knows how to read the days', async () => {
    show();
    choose(list);
    await screen.findByRole('radiogroup', { name: /Is 03\/04\/2026 the 3 April or the 4 March/ });
    const before = await stored();
    await press('Continue');
    expect(await screen.findByText(/First tell us how to read the dates/)).toBeTruthy();
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
    await press('Continue');
    await press('Import now');
    await screen.findByRole('heading', { name: 'Imported' });
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
    fireEvent.click(await screen.findByRole('switch', { name: 'The first line is headings' }));
    expect(screen.getByText('Column 1')).toBeTruthy();
  });

  test('recognises the same file and offers to undo the first import', async () => {
    show();
    const visits = 'Name,Date\nTom,2026-05-01\n';
    choose(visits);
    await press('Continue');
    await press('Import now');
    await press('Import another list');
    choose(visits, 'copy of list.csv');
    await press('Continue');
    expect(
      await screen.findByText(/This file was already imported on 18 June: 1 person, 1 visit\./),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Import now' })).toBeNull();
  });

  test('lists what was brought in before, with what was left out', async () => {
    show();
    choose('Name,Date\nTom,2026-05-01\nTom,never\n');
    await press('Continue');
    await press('Import now');
    await press('Import another list');
    await press('What was left out');
    expect(screen.getByText('Row 3: “never” is not a date. The line is left out.')).toBeTruthy();
    await press('Undo the import of list.csv');
    await press('Yes, undo it');
    await screen.findByRole('heading', { name: 'Import undone' });
  });
});

describe('a file that is no list', () => {
  const cases: readonly (readonly [string, BlobPart, RegExp])[] = [
    ['empty', '', /This file is empty/],
    ['a letter', 'Dear Mrs Khan,\nthank you.\n\nYours\n', /not a table/],
    ['headings alone', 'Name,Phone\n', /headings and nothing under them/],
  ];

  test.each(cases)(
    '%s: the sentence is shown and nothing is stored',
    async (_, bytes, sentence) => {
      show();
      const before = await stored();
      choose(bytes);
      expect(await screen.findByText(sentence)).toBeTruthy();
      expect(screen.getByRole('alert').textContent).toContain('Nothing was saved.');
      expect(await stored()).toEqual(before);
    },
  );

  test('no days: asked for at the columns', async () => {
    show();
    const before = await stored();
    choose('Name,Amount\nTom,3\n');
    await press('Continue');
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toMatch(/no column says which day/),
    );
    expect(await stored()).toEqual(before);
  });

  test('nobody in it: asked for at the columns', async () => {
    show();
    choose('Name,Phone\nTom,020 7946 0018\n');
    for (const label of ['Name is', 'Phone is'])
      fireEvent.change(await screen.findByLabelText(label), { target: { value: 'skip' } });
    await press('Continue');
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toMatch(/No column says who/),
    );
  });
});
