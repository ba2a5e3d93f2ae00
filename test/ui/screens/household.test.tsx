import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { CustomerScreen } from '#ui/screens/customer/customer.tsx';
import { DoublesScreen } from '#ui/screens/doubles/doubles.tsx';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { PrintScreen } from '#ui/screens/print/print.tsx';
import { testPrinter } from '../../support/paper/test-printer.ts';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import { customerId, daysAgo, personWith } from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;

afterEach(() => {
  cleanup();
  shop.roster.close();
});

const phones = ['07700 900777'];
const card = [{ kind: 'card', plannedOn: daysAgo(1) }] as const;
const okoros = [
  { name: 'Mr Okoro', phones, addresses: ['12 High St'], gestures: card, createdAt: 1 },
  { name: 'Mrs Okoro', phones, addresses: ['3 Mill Lane'], gestures: card, createdAt: 2 },
];

describe('the page of Mr Okoro', () => {
  it('offers who may live there, asks whose address counts, and undoes it', async () => {
    await open();
    shop.show(<CustomerScreen id={customerId('Mr Okoro')} />);
    const region = await atHomeWith();
    fireEvent.click(region.getByRole('button', { name: 'Lives with somebody we know' }));
    const offers = within(await screen.findByRole('group', { name: /^Perhaps one home/ }));
    fireEvent.click(offers.getByRole('button', { name: 'Mrs Okoro' }));
    await screen.findByText('Mrs Okoro lives here now.');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(
      await region.findByText(
        'Mr Okoro and Mrs Okoro live at different addresses. Which one counts?',
      ),
    ).toBeDefined();
    expect(region.getByText('Mr and Mrs Okoro')).toBeDefined();
    fireEvent.click(region.getByRole('button', { name: '3 Mill Lane' }));
    expect(await region.findByText('3 Mill Lane', { selector: 'bdi' })).toBeDefined();
    fireEvent.click(region.getByRole('button', { name: 'Not together' }));
    await region.findByText('They are separate addresses again.');
    fireEvent.click(region.getByRole('button', { name: 'Undo' }));
    await region.findByText('Mr and Mrs Okoro');
    fireEvent.click(region.getByRole('button', { name: 'Lives elsewhere: Mrs Okoro' }));
    await region.findByText('Mrs Okoro lives elsewhere now.');
    fireEvent.click(region.getByRole('button', { name: 'Undo' }));
    await region.findByRole('link', { name: 'Mrs Okoro' });
  });

  it('keeps the name that is typed for the envelope', async () => {
    await open();
    shop.show(<CustomerScreen id={customerId('Mr Okoro')} />);
    const region = await atHomeWith();
    fireEvent.click(region.getByRole('button', { name: 'Lives with somebody we know' }));
    const offers = within(await screen.findByRole('group', { name: /^Perhaps one home/ }));
    fireEvent.click(offers.getByRole('button', { name: 'Mrs Okoro' }));
    const field = await screen.findByLabelText('Name on the envelope');
    fireEvent.input(field, { target: { value: 'Family Okoro' } });
    fireEvent.blur(field);
    expect(await region.findByText('Family Okoro')).toBeDefined();
  });
});

describe('Twice on the list?', () => {
  it('takes “They live together” for an answer, and asks again once it is undone', async () => {
    await open();
    shop.show(<DoublesScreen />);
    fireEvent.click(await screen.findByRole('button', { name: 'They live together' }));
    await screen.findByText('Mr Okoro and Mrs Okoro live together: two people, one card.');
    await screen.findByText('Nobody stands twice');
    expect(await screen.findByText('One home')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo: Mrs Okoro and Mr Okoro' }));
    await screen.findByRole('button', { name: 'They live together' });
  });
});

describe('the cards of this week', () => {
  it('are one for a home, and the label waits until an address counts', async () => {
    await open();
    shop.show(<DoublesScreen />);
    fireEvent.click(await screen.findByRole('button', { name: 'They live together' }));
    await screen.findByText('Nobody stands twice');
    shop.show(
      <PrinterContext.Provider value={testPrinter()}>
        <PrintScreen />
      </PrinterContext.Provider>,
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Cards' }));
    await screen.findByText('One card a home: 2 people, 1 addressed.');
    expect(screen.getAllByText('Made for Mr and Mrs Okoro').length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'Labels' }));
    await screen.findByText(/^Mr and Mrs Okoro live at different addresses/);
    fireEvent.click(screen.getByRole('button', { name: 'Cards' }));
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Yes, all good' }));
    await screen.findByText(/The cards are marked as printed/);
    const gestures = await shop.deps.db.gestures.toArray();
    expect(gestures.map(({ printedOn }) => printedOn === null)).toEqual([false, false]);
  });
});

async function atHomeWith(): Promise<ReturnType<typeof within>> {
  return within(await screen.findByRole('region', { name: 'At home with' }));
}

async function open(): Promise<void> {
  shop = await shopWithScreens(async (deps) => moveIn(deps, okoros.map(personWith)));
}
