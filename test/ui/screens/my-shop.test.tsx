import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { recordBackup } from '#app/backup/backup-history.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { localStore } from '#platform/browser-storage/local-store.ts';
import { changeSettings } from '#app/shop/change-settings.ts';
import type { Deps } from '#app/deps.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { speak } from '#i18n/catalogue.ts';
import { setLocale } from '#i18n/language/locale.ts';
import { dayFrom } from '#lib/day.ts';
import { Shell } from '#ui/shell/shell.tsx';
import { newsLines } from '#ui/screens/my-shop/news-lines.ts';
import { openingsFrom } from '#ui/screens/my-shop/opening-sheet.tsx';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { testEnvironment, type TestEnvironment } from '../../support/shops/test-environment.ts';

let shop: Deps;

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', '/shop');
  shop = await openTestShop();
});

describe('My shop', () => {
  it('says what the shop is, when it is open, and how large it is', async () => {
    await recordVisit(
      shop,
      draftVisit(shop, { customerId: null, kind: 'bought', zone: 'Europe/London' }),
    );
    await show();
    expect(
      screen.getByText('Shop. Open Monday to Saturday, 8:00 to 18:00. British pounds.'),
    ).toBeTruthy();
    expect(await screen.findByText(/0 people, 1 visit\./)).toBeTruthy();
  });

  it('does not say that it is on this tablet alone where it is on several', async () => {
    await shop.db.meta.update('meta', { unsent: [] });
    await show();
    expect(await screen.findByText(/^Your shop is on several tablets; on this one: /)).toBeTruthy();
  });

  it('tells that the browser may clear it, and asks to be kept when told to', async () => {
    await show();
    expect(
      await screen.findByText('Your browser might delete this data if the tablet fills up'),
    ).toBeTruthy();
    press('Ask the browser to protect it');
    expect(await screen.findByText('The browser protects your shop')).toBeTruthy();
  });

  it('is calm once a backup holds everything, whatever the browser promises', async () => {
    await recordVisit(
      shop,
      draftVisit(shop, { customerId: null, kind: 'bought', zone: 'Europe/London' }),
    );
    const stamp = (await shop.db.meta.get('meta'))?.lastStamp ?? null;
    const at = shop.clock.now();
    recordBackup(localStore(), shop.db.name, { ...backedUp, at, stamp });
    await show();
    const title = await screen.findByText('Safe. Backed up today.');
    expect(title.closest('.card-safe')).not.toBeNull();
    expect(
      screen.getByText('Your browser might delete this data if the tablet fills up.'),
    ).toBeTruthy();
  });

  it('starts over with an empty shop, and keeps the old one for thirty days', async () => {
    await recordVisit(
      shop,
      draftVisit(shop, { customerId: null, kind: 'bought', zone: 'Europe/London' }),
    );
    await show();
    press(/^Start over/);
    fireEvent.click(await screen.findByRole('button', { name: 'Start with an empty shop' }));
    expect(await screen.findByText(/0 people, 0 visits\./)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Pell & Daughter' })).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: 'Restore a backup' }));
    expect(await screen.findByText('The shop as it was')).toBeTruthy();
  });

  it.each([
    [4_000_000_000, 'It uses 3 MB; the browser has 4 GB more for it.'],
    [9_000_000, 'It uses 3 MB, and the browser has only 9 MB more for it.'],
  ])('says how much room there is: %i bytes more', async (free, words) => {
    const storage = { estimate: async () => ({ usage: 3_000_000, quota: 3_000_000 + free }) };
    Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'storage'));
    await show();
    expect(await screen.findByText(words, { exact: false })).toBeTruthy();
  });

  it('turns money off with one switch, and the money questions go with it', async () => {
    await show();
    expect(screen.getByLabelText('Ask for the amount each time')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Note amounts'));
    await until((settings) => !settings.amounts);
    await waitFor(() => expect(screen.queryByLabelText('Ask for the amount each time')).toBeNull());
  });

  it('saves a budget as it is typed, and keeps what is no amount out', async () => {
    await show();
    press(/Weekly budget/);
    const money = within(await screen.findByRole('dialog')).getByLabelText('Money a week');
    fireEvent.input(money, { target: { value: '4x' } });
    fireEvent.blur(money);
    expect(await screen.findByText('Type an amount such as 30 or 4.50.')).toBeTruthy();
    expect((await loadSettings(shop)).budgetMoney).toBe(3000);
    fireEvent.input(money, { target: { value: '42.50' } });
    await until((settings) => settings.budgetMoney === 4250);
    expect(await screen.findByText('Saved.')).toBeTruthy();
  });

  it('notes where the shop is and how it is reached, and keeps out what is no email address', async () => {
    await show();
    press(/Address, phone, email/);
    const sheet = within(await screen.findByRole('dialog'));
    const type = (label: string, value: string): HTMLElement => {
      const field = sheet.getByLabelText(label);
      fireEvent.input(field, { target: { value } });
      return field;
    };
    type('Your address', '12 High Street\nBath\n');
    await until((settings) => settings.shopAddress === '12 High Street\nBath');
    type('Phone', '01225 123456');
    await until((settings) => settings.shopPhone === '01225 123456');
    fireEvent.blur(type('Email', 'pell at example'));
    expect(await screen.findByText('An email address has one @ and no spaces.')).toBeTruthy();
    expect((await loadSettings(shop)).shopEmail).toBe('');
    type('Email', 'pell@example.org');
    await until((settings) => settings.shopEmail === 'pell@example.org');
    press('Done');
    expect(
      await screen.findByText('12 High Street · 01225 123456 · pell@example.org'),
    ).toBeTruthy();
  });

  it('says when it is quiet and how seldom news go out, and takes other hours and days', async () => {
    await show();
    expect(screen.getByText('Quiet from 20:00 to 09:00')).toBeTruthy();
    press(/^Messages/);
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('Quiet from'), { target: { value: '19:30' } });
    await until((settings) => settings.quietFrom === 1_170);
    fireEvent.input(sheet.getByLabelText('Quiet until'), { target: { value: '19:30' } });
    await until((settings) => settings.quietTo === 1_170);
    const days = sheet.getByLabelText('Days between two news to the same person');
    fireEvent.input(days, { target: { value: '0' } });
    fireEvent.blur(days);
    expect(await screen.findByText('Type a number of days from 1 to 99.')).toBeTruthy();
    fireEvent.input(days, { target: { value: '30' } });
    await until((settings) => settings.messageRestDays === 30);
    press('Done');
    expect(await screen.findByText('No quiet hours')).toBeTruthy();
  });

  it('has a list of offers: the first gets its name, others are added and changed', async () => {
    await show();
    press(/^Cards and offers/);
    const sheet = within(await screen.findByRole('dialog'));
    expect(sheet.queryByRole('button', { name: /^Remove / })).toBeNull();
    fireEvent.click(sheet.getByRole('button', { name: 'Change No name yet' }));
    expect(document.activeElement).toBe(sheet.getByLabelText('An offer is'));
    fireEvent.click(sheet.getByRole('button', { name: 'Save this offer' }));
    expect(sheet.getByText('Say in a word or two what it is.')).toBeTruthy();
    writeOffer('half a ham', '9');
    fireEvent.click(sheet.getByRole('button', { name: 'Save this offer' }));
    await until(({ offers }) => offers[0].words === 'half a ham');
    await sheet.findByRole('button', { name: 'Change half a ham' });
    fireEvent.click(await sheet.findByRole('button', { name: 'Add an offer' }));
    writeOffer('a pie', 'three');
    fireEvent.click(sheet.getByRole('button', { name: 'Save this offer' }));
    expect(sheet.getByText('Type an amount such as 30 or 4.50.')).toBeTruthy();
    // Done keeps what was typed, as the key of the form does.
    writeOffer('a pie', '3');
    fireEvent.click(sheet.getByRole('button', { name: 'Done' }));
    await until(({ offers }) => offers.length === 2);
    expect((await loadSettings(shop)).offers).toEqual([
      { words: 'half a ham', cost: 900 },
      { words: 'a pie', cost: 300 },
    ]);
    fireEvent.click(await sheet.findByRole('button', { name: 'Change a pie' }));
    writeOffer('a pork pie', '3.50');
    fireEvent.click(sheet.getByRole('button', { name: 'Save this offer' }));
    expect(await sheet.findByText('£3.50')).toBeTruthy();
  });

  it('removes an offer with the way back into its place', async () => {
    const [ham, pie] = [
      { words: 'half a ham', cost: 900 },
      { words: 'a pie', cost: 300 },
    ];
    await changeSettings(shop, { offers: [ham, pie] });
    await show();
    press(/^Cards and offers/);
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: 'Remove half a ham' }));
    await until(({ offers }) => offers.length === 1);
    expect((await loadSettings(shop)).offers).toEqual([pie]);
    await waitFor(() => expect(sheet.queryByRole('button', { name: 'Remove a pie' })).toBeNull());
    const undo = sheet.getByRole('button', { name: 'Undo removing half a ham' });
    expect(document.activeElement).toBe(undo);
    fireEvent.click(undo);
    await until(({ offers }) => offers.length === 2);
    expect((await loadSettings(shop)).offers).toEqual([ham, pie]);
  });

  it('speaks another language of the three when told to, on this tablet alone', async () => {
    const device = await show();
    fireEvent.click(screen.getByRole('button', { name: /^Language/ }));
    const languages = within(await screen.findByRole('dialog')).getAllByRole('radio');
    expect(languages).toHaveLength(3);
    fireEvent.click(screen.getByLabelText('Français'));
    expect(device.chosenLanguages).toEqual(['fr']);
    expect((await loadSettings(shop)).language).toBe('en');
  });

  it('writes figures, fields and weeks as the country of the shop does, once it is named', async () => {
    onTestFinished(() => setLocale('en-GB'));
    await show();
    fireEvent.click(screen.getByRole('button', { name: /^Language and region/ }));
    const sheet = within(await screen.findByRole('dialog'));
    const country = sheet.getByLabelText('Country');
    fireEvent.change(country, { target: { value: 'US' } });
    await until((settings) => settings.region === 'US');
    await waitFor(() =>
      expect(screen.getAllByText(/8:00 AM to 6:00 PM/).length).toBeGreaterThan(0),
    );
    expect(screen.getByRole('button', { name: /^Language and region/ }).textContent).toContain(
      'English · United States',
    );
    fireEvent.click(sheet.getByRole('button', { name: 'Done' }));
    fireEvent.click(screen.getByRole('button', { name: /^Opening hours/ }));
    const days = within(await screen.findByRole('dialog')).getAllByLabelText(/^Open on/);
    expect(days.map((day) => day.closest('label')?.textContent)[0]).toContain('Sunday');
  });

  it('tells what an update brought in one row, which is gone once it was read', async () => {
    await show(Date.UTC(2026, 11, 6, 10));
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: /^New since/ }));
    const sheet = within(await screen.findByRole('dialog'));
    expect(sheet.getAllByRole('listitem').length).toBe(newsLines.length);
    fireEvent.click(sheet.getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('button', { name: /^New since/ })).toBeNull();
  });

  it('keeps the currency once an amount was noted, and says why', async () => {
    await changeSettings(shop, { currencyFixed: true });
    await show();
    press('Edit the shop');
    const money = within(await screen.findByRole('dialog')).getByLabelText('Currency');
    expect(money).toHaveProperty('disabled', true);
    expect(screen.getByText('Can’t change: amounts are already recorded.')).toBeTruthy();
  });

  it('refuses an empty name and keeps the old one', async () => {
    await show();
    press('Edit the shop');
    const name = within(await screen.findByRole('dialog')).getByLabelText('The shop’s name');
    fireEvent.input(name, { target: { value: ' ' } });
    fireEvent.blur(name);
    expect(await screen.findByText('The shop needs a name.')).toBeTruthy();
    expect((await loadSettings(shop)).shopName).toBe('Pell & Daughter');
  });

  it('closes the shop on Wednesdays from today on, and leaves the weeks before as they were', async () => {
    await show();
    press(/Opening hours/);
    fireEvent.click(await screen.findByLabelText('Open on Wednesday'));
    await until((settings) => settings.openings.length === 2);
    const { openings } = await loadSettings(shop);
    expect(openings[0]?.hours[2]).not.toBeNull();
    expect(openings[1]).toMatchObject({ from: '2026-06-18' });
    expect(openings[1]?.hours[2]).toBeNull();
  });

  it('takes hours past midnight and with a lunch closure, for every open day in one tap', async () => {
    await show();
    press(/Opening hours/);
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: 'Closed in between on Monday' }));
    const set = (label: string, value: string): void => {
      const [field] = sheet.getAllByLabelText(label);
      if (field !== undefined) fireEvent.input(field, { target: { value } });
    };
    set('Opens', '11:30');
    set('Closes', '10:00');
    expect(await sheet.findByText(/^These times overlap/)).toBeTruthy();
    set('Closes', '14:30');
    set('Open again at', '18:00');
    set('Until', '01:30');
    expect(await sheet.findByText('Closes on the next day.')).toBeTruthy();
    fireEvent.click(sheet.getByRole('button', { name: 'Same hours every open day' }));
    const late = { opens: 690, closes: 1530, breaks: [{ from: 870, to: 1080 }] };
    await until((settings) => settings.openings.at(-1)?.hours[5]?.closes === 1530);
    const { openings } = await loadSettings(shop);
    expect(openings.at(-1)?.hours).toEqual([late, late, late, late, late, late, null]);
    press('Done');
    expect(
      await screen.findAllByText(/Monday to Saturday, 11:30 to 14:30 and 18:00 to 1:30/),
    ).toBeTruthy();
  });

  it('keeps a PIN that was typed when Done is pressed, and says what is wrong with half of one', async () => {
    await show();
    press(/^Privacy screen/);
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('A PIN of 4 to 8 digits'), { target: { value: '4711' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Done' }));
    expect(await sheet.findByText('These are not the same digits.')).toBeTruthy();
    fireEvent.input(sheet.getByLabelText('The same PIN again'), { target: { value: '4711' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Done' }));
    expect(await sheet.findByRole('button', { name: 'Lock now' })).toBeTruthy();
  });

  it('notes a holiday, and takes it away again', async () => {
    await show();
    press(/Closed days/);
    fireEvent.input(await screen.findByLabelText('Closed from'), {
      target: { value: '2026-08-03' },
    });
    fireEvent.input(screen.getByLabelText('Last closed day'), { target: { value: '2026-08-01' } });
    press('Add');
    expect(await screen.findByText('The last day can’t be before the first.')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Last closed day'), { target: { value: '2026-08-16' } });
    press('Add');
    await until((settings) => settings.closures.length === 1);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove 3 August to 16 August' }));
    await until((settings) => settings.closures.length === 0);
  });
});

describe('the lines of news', () => {
  afterEach(async () => speak('en', 'en-GB'));

  it.each(['en', 'de', 'fr'] as const)('have at most fifteen words: %s', async (language) => {
    await speak(language, language);
    for (const { text } of newsLines)
      expect(text().split(/\s+/u).length, text()).toBeLessThanOrEqual(15);
  });

  it('stand with the latest first', () => {
    const days = newsLines.map(({ day }) => day);
    expect(days).toEqual(days.toSorted().toReversed());
  });
});

describe('new opening hours', () => {
  it('given twice on one day are the same day’s hours, not two', () => {
    const today = dayFrom('2026-06-18');
    if (today === undefined) throw new RangeError('a day');
    const once = openingsFrom([], [null], today);
    expect(openingsFrom(once, [{ opens: 1, closes: 2 }], today)).toEqual([
      { from: today, hours: [{ opens: 1, closes: 2 }] },
    ]);
  });
});

const backedUp = {
  people: 0,
  visits: 1,
  day: null,
  visitsThatDay: 0,
  visitRows: null,
  place: 'file',
} as const;

async function show(at?: number): Promise<TestEnvironment> {
  shop.db.close();
  const device = testEnvironment({ shop: shop.db.name, sample: null });
  if (at !== undefined) device.clock.set(at);
  render(<Shell device={device} />);
  await screen.findByRole('heading', { level: 1, name: 'Pell & Daughter' });
  await shop.db.open();
  return device;
}

function writeOffer(words: string, cost: string): void {
  const form = within(screen.getByRole('dialog'));
  fireEvent.input(form.getByLabelText('An offer is'), { target: { value: words } });
  fireEvent.input(form.getByLabelText('An offer costs'), { target: { value: cost } });
}

function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

async function until(isSo: (settings: SettingsValues) => boolean): Promise<void> {
  await waitFor(async () => expect(isSo(await loadSettings(shop))).toBe(true));
}
