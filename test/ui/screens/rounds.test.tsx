import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { RoundId } from '#domain/week/round.ts';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { RoundPrintScreen } from '#ui/screens/rounds/round-print.tsx';
import { RoundScreen } from '#ui/screens/rounds/round.tsx';
import { RoundsScreen } from '#ui/screens/rounds/rounds.tsx';
import { testPrinter } from '../../support/paper/test-printer.ts';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import { daysAgo, every, on, personWith, today } from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;

afterEach(() => {
  cleanup();
  shop.roster.close();
});

const often = every(7, { times: 12, until: today });
const people = [
  { name: 'Joan Price', addresses: ['12 High St'], visits: often },
  { name: 'Tom R.', visits: often },
  { name: 'Ruth Adler', diedOn: daysAgo(9), visits: often },
  { name: 'Mr Vale', visits: on([daysAgo(3)]) },
];

describe('a Christmas list', () => {
  it('begins with a proposal, says who is left out and why, and what is wrong with its name', async () => {
    await openRounds();
    press('Begin a list');
    const sheet = within(await screen.findByRole('dialog'));
    expect(
      await sheet.findByRole('radio', { name: 'Our proposal: 2 people in 2 homes' }),
    ).toBeDefined();
    expect(sheet.getByText('One person left out')).toBeDefined();
    expect(sheet.getByText('Ruth Adler is noted as having died.')).toBeDefined();
    fireEvent.input(sheet.getByLabelText('What is it for?'), { target: { value: ' ' } });
    fireEvent.input(sheet.getByLabelText('Year'), { target: { value: '26' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Begin with 2 lines' }));
    expect(sheet.getByText('Give the list a name, such as Christmas.')).toBeDefined();
    expect(sheet.getByText('Type a year, such as 2026.')).toBeDefined();
    await begin(sheet);
    shop.show(<RoundsScreen />);
    await screen.findByRole('link', { name: /^Christmas 2026/ });
    press('Begin a list');
    const again = within(await screen.findByRole('dialog'));
    fireEvent.click(await again.findByRole('button', { name: 'Begin with 2 lines' }));
    expect(again.getByText('There is a list “Christmas 2026” already.')).toBeDefined();
  });

  it('is decided line by line, each change with its undo', async () => {
    await openRound();
    expect(await screen.findByText('2 people in 2 homes · £2.40')).toBeDefined();
    expect(screen.getByText('Addresses: 1 missing')).toBeDefined();
    expect(screen.getAllByText('Twelve visits this year')).toHaveLength(2);
    const tom = within(screen.getByRole('group', { name: 'What Tom R. gets' }));
    fireEvent.click(tom.getByRole('button', { name: 'Nothing' }));
    await screen.findByText('1 person in 1 home · £1.20');
    fireEvent.click(tom.getByRole('button', { name: 'Gift' }));
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('What do you give?'), {
      target: { value: 'a bottle of wine' },
    });
    fireEvent.click(sheet.getByRole('button', { name: 'Use this' }));
    await screen.findByText('a bottle of wine');
    press('Take off the list: Joan Price');
    await screen.findByText('Joan Price is off the list.');
    press('Undo');
    await screen.findByRole('link', { name: 'Joan Price' });
    press('Somebody else');
    const finder = within(await screen.findByRole('dialog'));
    fireEvent.click(await finder.findByRole('button', { name: /^Mr Vale/ }));
    await finder.findByText('Mr Vale is on the list.');
  });

  it('is printed in one order with its labels, and only then posted; next year says so', async () => {
    const id = await openRound();
    const printer = testPrinter();
    shop.show(
      <PrinterContext.Provider value={printer}>
        <RoundPrintScreen id={id} />
      </PrinterContext.Provider>,
    );
    expect((await screen.findAllByText('Christmas 2026')).length).toBeGreaterThan(0);
    expect((await screen.findAllByText('missing')).length).toBeGreaterThan(0);
    await waitFor(() => expect(printer.sizes).toEqual([{ w: 297, h: 210 }]));
    press('Labels');
    await screen.findByText('Tom R. has no address. Add it on their page, or hand the card over.');
    press('Print');
    fireEvent.click(await screen.findByRole('button', { name: 'Yes, all good' }));
    await screen.findByText(/^Good\. Next time the first free label/);
    shop.show(<RoundScreen id={id} />);
    await screen.findByText('Printed: 1 of 2');
    press('Post and hand over');
    press('All printed are posted: 1');
    await screen.findByText('Posted or handed over: 1 of 2');
    press('Undo');
    await screen.findByText('Posted or handed over: 0 of 2');
    press('Posted: Joan Price');
    press('Handed over: Tom R.');
    await screen.findByText('1 posted, 1 handed over, 0 not given yet.');
    press('Close the list');
    await screen.findByText('Closed 18 June');
    shop.clock.set(Date.UTC(2027, 10, 9, 12));
    shop.show(<RoundsScreen />);
    await screen.findByRole('link', { name: /^Christmas 2026/ });
    press('Begin a list');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('Year'), { target: { value: '2027' } });
    fireEvent.click(await sheet.findByRole('radio', { name: 'The list of 2026: 2 lines' }));
    shop.show(<RoundScreen id={await begin(sheet)} />);
    await screen.findByText('Card, posted 18 June 2026');
    await screen.findByText('Card, handed over 18 June 2026');
  });

  it('takes from memory who got a card last year, and says so without a day', async () => {
    await openRound();
    press('Who got a card last year?');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('switch', { name: 'Tom R.' }));
    fireEvent.click(sheet.getByRole('button', { name: 'Keep 1 card' }));
    await screen.findByText('Card, as you remember');
    expect(screen.queryByRole('button', { name: 'Who got a card last year?' })).toBeNull();
    expect(screen.getAllByText('on the last list', { exact: false })).toHaveLength(1);
    shop.show(<RoundsScreen />);
    await screen.findByRole('link', { name: /^Christmas 2025/ });
  });

  it('takes the memory of last year back', async () => {
    await openRound();
    press('Who got a card last year?');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('switch', { name: 'Tom R.' }));
    fireEvent.click(sheet.getByRole('button', { name: 'Keep 1 card' }));
    await screen.findByText('1 card of last year is noted.');
    press('Undo');
    await screen.findByRole('button', { name: 'Who got a card last year?' });
    expect(screen.queryByText('Card, as you remember')).toBeNull();
  });

  it('that is deleted can be brought back', async () => {
    await openRound();
    press('Delete the list');
    press('Yes, delete the list');
    await screen.findByText('This list was deleted');
    press('Undo');
    await screen.findByRole('link', { name: 'Joan Price' });
  });
});

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

async function openRounds(): Promise<void> {
  shop = await shopWithScreens(async (deps) => moveIn(deps, people.map(personWith)));
  shop.show(<RoundsScreen />);
  await screen.findByText('No list yet');
}

async function openRound(): Promise<RoundId> {
  await openRounds();
  press('Begin a list');
  const id = await begin(within(await screen.findByRole('dialog')));
  shop.show(<RoundScreen id={id} />);
  await screen.findByRole('link', { name: 'Joan Price' });
  return id;
}

async function begin(sheet: ReturnType<typeof within>): Promise<RoundId> {
  const went = shop.went.length;
  const year = sheet.getByLabelText('Year');
  if (year instanceof HTMLInputElement && year.value.length !== 4)
    fireEvent.input(year, { target: { value: '2026' } });
  fireEvent.input(sheet.getByLabelText('What is it for?'), { target: { value: 'Christmas' } });
  fireEvent.click(await sheet.findByRole('button', { name: 'Begin with 2 lines' }));
  await waitFor(() => expect(shop.went.length).toBe(went + 1));
  const route = shop.went.at(-1);
  if (route?.kind !== 'round') throw new Error('The new list is shown');
  return route.id;
}
