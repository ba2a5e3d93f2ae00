import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { DatesScreen } from '#ui/screens/dates/dates.tsx';
import { testPrinter, type TestPrinter } from '../../support/paper/test-printer.ts';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import {
  daysAgo,
  every,
  longAgo,
  on,
  personWith,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;
let printer: TestPrinter;

afterEach(() => {
  cleanup();
  shop.roster.close();
});

const people: readonly CustomerSpec[] = [
  { name: 'Mrs Khan', birthday: '1961-06-19', visits: on([daysAgo(1)]) },
  { name: 'Joan Price', visits: on([daysAgo(363), daysAgo(3)]) },
  { name: 'Tom R.', visits: every(4, { times: 97, until: daysAgo(2) }) },
  { name: 'Away', birthday: '06-25', visits: on([daysAgo(300)]) },
  { name: 'August', birthday: '08-10', visits: on([daysAgo(5)]) },
  { name: 'A child', birthday: '06-20', young: true, visits: on([daysAgo(5)]) },
  { name: 'Dead', birthday: '06-21', diedOn: daysAgo(9), visits: on([daysAgo(20)]) },
];

describe('the dates', () => {
  it('are those of people who come, the next first, and never of a child or somebody who died', async () => {
    await open();
    expect(lines()).toEqual([
      'Friday 19 JuneMrs KhanBirthdayLast here yesterday',
      'Saturday 20 JuneJoan PriceOne year with usLast here 15 June',
      'SoonTom R.100 visits: three to goLast here 16 June',
    ]);
    expect(document.body.textContent).not.toMatch(/1961|A child|Dead/);
    fireEvent.click(screen.getByRole('button', { name: '60 days' }));
    await screen.findByRole('link', { name: 'August' });
    fireEvent.click(screen.getByRole('switch', { name: 'All birthdays' }));
    await screen.findByRole('link', { name: 'Away' });
  });

  it('plan a card with one tap, with why, and take it back', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'A card for Mrs Khan' }));
    const undo = await screen.findByRole('button', { name: 'Undo the card for Mrs Khan' });
    const [gesture] = await shop.deps.db.gestures.toArray();
    expect(gesture).toMatchObject({
      kind: 'card',
      week: '2026-06-15',
      reasons: [{ code: 'birthday', day: '2026-06-19' }],
    });
    expect(screen.queryByRole('button', { name: 'A card for Mrs Khan' })).toBeNull();
    fireEvent.click(undo);
    await screen.findByRole('button', { name: 'A card for Mrs Khan' });
    expect((await shop.deps.db.gestures.toArray()).every(({ voided }) => voided)).toBe(true);
  });

  it('go on paper by the month, without a year of birth', async () => {
    await open();
    await screen.findByRole('button', { name: 'Print June 2026' });
    await waitFor(() => expect(saidOnPaper()).toContain('Mrs Khan'));
    expect(saidOnPaper()).toContain('Shred after Tuesday 7 July');
    expect(saidOnPaper()).not.toMatch(/1961|August|Away/);
    fireEvent.change(screen.getByLabelText('Month'), { target: { value: '2' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Print August 2026' }));
    await waitFor(() => expect(printer.printed()).toBe(1));
    expect(saidOnPaper()).toContain('Monday 10 August August Birthday');
    expect(saidOnPaper()).not.toMatch(/Mrs Khan|Tom R\./);
  });
});

async function open(): Promise<void> {
  printer = testPrinter();
  shop = await shopWithScreens((deps) => moveIn(deps, [...longAgo, ...people.map(personWith)]));
  shop.show(
    <PrinterContext.Provider value={printer}>
      <DatesScreen />
    </PrinterContext.Provider>,
  );
  await screen.findByText('Mrs Khan');
}

function lines(): readonly (string | null)[] {
  return [...document.querySelectorAll('.dates_words')].map((line) => line.textContent);
}

function saidOnPaper(): string {
  return [...document.querySelectorAll('.print-root .sheet-drawing_text')]
    .map((text) => text.textContent)
    .join(' ');
}
