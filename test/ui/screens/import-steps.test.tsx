import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSettings } from '#app/shop/settings.ts';
import { changeSettings } from '#app/shop/change-settings.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { OpenShopContext, SettingsContext, WallTimeContext } from '#ui/hooks/use-shop.ts';
import { ImportScreen } from '#ui/screens/import/import.tsx';
import { emptyRoster } from '../../support/shops/empty-roster.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

let deps: Awaited<ReturnType<typeof openTestShop>>;
beforeEach(async () => {
  deps = await openTestShop();
});
afterEach(() => {
  cleanup();
  for (const name of ['clipboard', 'contacts']) Reflect.deleteProperty(navigator, name);
});

async function show(): Promise<void> {
  const settings = await loadSettings(deps);
  render(
    <OpenShopContext.Provider value={{ deps, roster: emptyRoster(deps), isSample: false }}>
      <SettingsContext.Provider value={settings}>
        <WallTimeContext.Provider value={toLocalTime(deps.clock.now(), settings.zone)}>
          <ImportScreen />
        </WallTimeContext.Provider>
      </SettingsContext.Provider>
    </OpenShopContext.Provider>,
  );
}

async function choose(text: BlobPart, name = 'list.csv'): Promise<void> {
  const input = await screen.findByLabelText<HTMLInputElement>('Choose a file');
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
}

async function press(word: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: word }));
}

/** Imports a list that leaves nothing open, and stands where the next one is chosen. */
async function importFirst(text: string): Promise<void> {
  await choose(text, 'first.csv');
  await press('Continue');
  await press('Import now');
  await press('Import another list');
}

function answer(question: string | RegExp, word: string): void {
  const group = screen.getByRole('radiogroup', { name: question });
  fireEvent.click(within(group).getByRole('radio', { name: word }));
}

function answered(question: string | RegExp): string | undefined {
  const group = screen.getByRole('radiogroup', { name: question });
  const radios = within(group).getAllByRole<HTMLInputElement>('radio');
  return radios.find(({ checked }) => checked)?.closest('label')?.textContent;
}

describe('people who are found by their name', () => {
  const people = ['Ada Ash', 'Ben Bay', 'Cy Cole', 'Dot Dean', 'Eli Egan'];
  const first = people.map((name) => `${name},2026-06-01\n`).join('');
  const second = people.map((name) => `${name},2026-06-02\n`).join('');

  test('are asked about once for the whole list, with yes proposed', async () => {
    await show();
    await importFirst(`Name,Date\n${first}`);
    await choose(`Name,Date\n${first}${second}Fay Foss,2026-06-02\n`);
    await press('Continue');
    await screen.findByText('5 people have the same name as someone you know');
    expect(answered('The same people?')).toBe('Yes, all the same');
    expect(screen.getAllByRole('radiogroup')).toHaveLength(1);
    await press('Continue');
    await screen.findByText('11 lines: 6 people (1 new), 11 visits (5 already here).');
    await press('Import now');
    await screen.findByText('1 new person, 5 people found again, 6 visits added.');
    await screen.findByText('5 visits were already here and were not counted twice.');
  });

  test('are all new when told so, and the preview says it', async () => {
    await show();
    await importFirst(`Name,Date\n${first}`);
    await choose(`Name,Date\n${first}`, 'again.csv');
    // The very same text is the very same file.
    await press('Continue');
    await screen.findByText(/This file was already imported/);
    await press('Back');
    await press('Back');
    await choose(`Name,Date\n${first}${second}`);
    await press('Continue');
    await screen.findByText('5 people have the same name as someone you know');
    answer('The same people?', 'No, all different');
    await press('Continue');
    await screen.findByText('10 lines: 5 new people, 10 visits.');
    await screen.findByText('5 people with a name you know are taken as new.');
    await press('Change who is the same');
    await screen.findByText('5 people have the same name as someone you know');
    expect(answered('The same people?')).toBe('No, all different');
  });

  test('can be looked through pair by pair', async () => {
    await show();
    await importFirst(`Name,Date\n${first}`);
    await choose(`Name,Date\n${second}`);
    await press('Continue');
    await press('Look through');
    expect(answered('Ada Ash and Ada Ash')).toBe('Same person');
    answer('Ada Ash and Ada Ash', 'Two people');
    await screen.findByText('Except 1, which you answered below.');
    await press('Continue');
    await screen.findByText('5 lines: 5 people (1 new), 5 visits.');
    await press('Import now');
    await screen.findByText('1 new person, 4 people found again, 5 visits added.');
  });

  test('stand twenty to a page', async () => {
    const many = Array.from({ length: 25 }, (_, at) => `Person ${at + 1}x,2026-06-0`);
    await show();
    await importFirst(`Name,Date\n${many.map((line) => `${line}1\n`).join('')}`);
    await choose(`Name,Date\n${many.map((line) => `${line}2\n`).join('')}`);
    await press('Continue');
    await press('Look through');
    expect(screen.getAllByText('In your shop')).toHaveLength(20);
    await press('Show 5 more');
    expect(screen.getAllByText('In your shop')).toHaveLength(25);
  });

  test('stay two within one list unless told otherwise', async () => {
    await show();
    await choose('Name,Phone\nTom,020 7555 0100\nTom,020 7555 0101\nHana,020 7555 0102\n');
    await press('Continue');
    await screen.findByText('In the list twice?');
    expect(answered('Tom and Tom')).toBe('Two people');
    answer('Tom and Tom', 'Same person');
    await press('Continue');
    await screen.findByText('3 lines: 2 new people.');
    await press('Import now');
    await screen.findByRole('heading', { name: 'Imported' });
    const rows = await deps.db.customers.toArray();
    expect(rows.filter(({ mergedInto }) => mergedInto === null)).toHaveLength(2);
  });
});

describe('names that stand for nobody', () => {
  const list =
    'Name,Date\nWalk-in Customer,2026-06-01\nWalk-in Customer,2026-06-02\nTom,2026-06-02\n';

  test('are asked about, shown again, and made somebody on a tap', async () => {
    await show();
    await choose(list);
    await press('Continue');
    await screen.findByText('Nobody in particular?');
    expect(answered('Walk-in Customer')).toBe('Nobody');
    await press('Continue');
    await screen.findByText('3 lines: 1 new person, 3 visits.');
    await screen.findByText('Walk-in Customer is nobody in particular.');
    await press('Change who is nobody in particular');
    await screen.findByText('Nobody in particular?');
    answer('Walk-in Customer', 'A person');
    await press('Continue');
    await screen.findByText('3 lines: 2 new people, 3 visits.');
    expect(screen.queryByText('Walk-in Customer is nobody in particular.')).toBeNull();
  });

  test('are not asked about again in the next list of that kind', async () => {
    await show();
    await choose(list);
    await press('Continue');
    await screen.findByText('Nobody in particular?');
    await press('Continue');
    await press('Import now');
    await press('Import another list');
    await choose('Name,Date\nWalk-in Customer,2026-06-03\nSue,2026-06-03\n');
    await screen.findByText(/Read like “list” last time/);
    await press('Continue');
    await screen.findByText('2 lines: 1 new person, 2 visits.');
  });
});

describe('amounts in another currency', () => {
  const list = 'Name,Date,Amount\nTom,2026-06-01,€3.00\nHana,2026-06-02,£4.00\n';

  test('may be the shop’s while it has no amounts', async () => {
    await show();
    await choose(list);
    await press('Continue');
    await screen.findByRole('radiogroup', { name: /Which currency/ });
    expect(answered('Which currency are the shop’s amounts in?')).toBe('GBP · British pounds');
    answer('Which currency are the shop’s amounts in?', 'EUR · euros');
    await press('Continue');
    await screen.findByText(
      'Amounts are in euros. Visits in British pounds are kept, without their amount.',
    );
    await press('Import now');
    await screen.findByRole('heading', { name: 'Imported' });
    expect((await loadSettings(deps)).currency.code).toBe('EUR');
  });

  test('are left out, and said, once it has some', async () => {
    await changeSettings(deps, { currencyFixed: true });
    await show();
    await choose(list);
    await press('Continue');
    await screen.findByText(
      'Amounts are in British pounds. Visits in euros are kept, without their amount.',
    );
    expect(screen.queryByRole('button', { name: 'Change the currency' })).toBeNull();
    await screen.findByText('Another currency');
  });
});

describe('the list as it would be saved', () => {
  test('shows lines, what is not used, and what was left out by kind', async () => {
    const bad = Array.from({ length: 5 }, (_, at) => `Tom,day ${at},3.20,red\n`).join('');
    await show();
    await choose(`Name,Date,Amount,Colour\nMrs Khan,2026-06-01T09:15,18.40,blue\n${bad}`);
    await press('Continue');
    const table = await screen.findByRole('table', { name: 'Some lines, as they would be saved' });
    const line = within(table).getAllByRole('row')[1];
    expect(line?.textContent).toContain('Mrs Khan');
    expect(line?.textContent).toContain('1 June');
    expect(line?.textContent).toContain('09:15');
    expect(line?.textContent).toContain('£18.40');
    expect(screen.getByText('blue · red')).toBeTruthy();
    expect(screen.getByText('Not a date: 5')).toBeTruthy();
    expect(screen.getAllByText(/is not a date/)).toHaveLength(3);
    await press('Show 2 more: Not a date');
    expect(screen.getAllByText(/is not a date/)).toHaveLength(5);
    await press('Change what is used');
    expect(await screen.findByLabelText('Colour is')).toHaveProperty('value', 'skip');
  });

  test('reads days the other way round on one tap', async () => {
    await show();
    await choose('Name,Date\nTom,03/04/2026\nHana,13/04/2026\n');
    await press('Continue');
    await screen.findByText('03/04/2026 is 3 April.');
    await press('Change the order of day and month');
    await screen.findByText('03/04/2026 is 4 March.');
    await screen.findByText('Row 3: “13/04/2026” is not a date. The line is left out.');
  });

  test('takes contact cards without asking about columns', async () => {
    await show();
    await choose('BEGIN:VCARD\nVERSION:3.0\nFN:Edda Krol\nTEL:07700 900110\nEND:VCARD\n', 'a.vcf');
    await screen.findByText('1 line: 1 new person.');
    await press('Back');
    await screen.findByRole('button', { name: 'Paste a list' });
  });
});

describe('where a list may come from', () => {
  const html =
    '<table><tr><td>Name<td>Phone<tr><td>Tom<td>07700 900110<tr><td>Hana<td>07700 900111</table>';

  test('a table that was copied', async () => {
    Reflect.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        read: async () => [
          { types: ['text/html'], getType: async () => new Blob([html], { type: 'text/html' }) },
        ],
      },
    });
    await show();
    await press('Paste a list');
    expect(await screen.findByLabelText('Phone is')).toHaveProperty('value', 'phone');
  });

  test('text that is pasted by hand where the clipboard is closed to us', async () => {
    Reflect.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { read: async () => Promise.reject(new DOMException('No', 'NotAllowedError')) },
    });
    await show();
    await press('Paste a list');
    const field = await screen.findByLabelText('Paste the list here');
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    fireEvent.input(field, { target: { value: 'Tom Reed 07700 900110\nHana 07700 900111\n' } });
    await press('Continue');
    expect(await screen.findByLabelText('Column 2 is')).toHaveProperty('value', 'phone');
  });

  test('contacts that were picked on the phone, and no others', async () => {
    const asked: unknown[] = [];
    Reflect.defineProperty(navigator, 'contacts', {
      configurable: true,
      value: {
        getProperties: async () => ['name', 'tel', 'icon'],
        select: async (...what: unknown[]) => {
          asked.push(what);
          return [{ name: ['Edda "Eddie" Krol'], tel: ['07700 900110', '020 7555 0118'] }];
        },
      },
    });
    await show();
    await press('From this phone’s contacts');
    await screen.findByText('1 line: 1 new person.');
    expect(asked).toEqual([[['name', 'tel'], { multiple: true }]]);
    await press('Import now');
    await screen.findByRole('heading', { name: 'Imported' });
    expect(await deps.db.customers.toArray()).toMatchObject([
      { name: 'Edda "Eddie" Krol', phones: ['07700 900110', '020 7555 0118'] },
    ]);
  });

  test('offers no contacts where the browser has none', async () => {
    await show();
    expect(screen.queryByRole('button', { name: 'From this phone’s contacts' })).toBeNull();
  });
});

describe('letters', () => {
  // "Łucja Śliwa" and "Żaneta Gąska" as a Polish computer writes them.
  const bytes = Uint8Array.from(
    'Name,Phone\nŁucja Śliwa,601 555 010\nŻaneta Gąska,601 555 011\n',
    (letter) => ({ Ł: 0xa3, Ś: 0x8c, Ż: 0xaf, ą: 0xb9 })[letter] ?? letter.codePointAt(0) ?? 0,
  );

  test('are shown with names of the list, and read otherwise on one tap', async () => {
    await show();
    await choose(bytes);
    await screen.findByText(/^Letters: Łucja Śliwa/);
    await press('Change the letters');
    const group = screen.getByRole('radiogroup', { name: 'Which of these is spelled right?' });
    const other = within(group)
      .getAllByRole<HTMLInputElement>('radio')
      .find((one) => !one.checked);
    const word = other?.closest('label')?.textContent ?? '';
    fireEvent.click(other ?? group);
    await screen.findByText(`Letters: ${word}`);
  });
});
