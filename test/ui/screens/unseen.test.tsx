import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { KeepScreen } from '#ui/screens/keep/keep.tsx';
import { UnseenScreen } from '#ui/screens/unseen/unseen.tsx';
import { UnseenRow } from '#ui/screens/unseen/unseen-row.tsx';
import { testPrinter } from '../../support/paper/test-printer.ts';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import { day, daysAgo, on, personWith, today } from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;

afterEach(() => {
  cleanup();
  localStorage.clear();
  shop.roster.close();
});

const gone = ['Ada Long', 'Ben Long'].map((name) =>
  personWith({ name, visits: on([day('2021-05-04')]), addedOn: day('2020-01-01') }),
);
const khan = personWith({ name: 'Mrs Khan', visits: on([daysAgo(3)]) });

describe('people unseen for years', () => {
  it('are asked about once a year, and kept by one tap', async () => {
    await open();
    shop.show(<UnseenRow />);
    await screen.findByText('2 people have not been here for 3 years.');
    fireEvent.click(screen.getByRole('button', { name: 'Keep another year' }));
    await waitFor(() => expect(screen.queryByText(/have not been here/)).toBeNull());
    shop.show(<UnseenRow />);
    expect(screen.queryByText(/have not been here/)).toBeNull();
    expect((await hidden()).length).toBe(0);
  });

  it('are never asked about where the shop wants it so', async () => {
    await open(null);
    shop.show(<UnseenRow />);
    expect(screen.queryByText(/have not been here/)).toBeNull();
  });

  it('are forgotten one by one, or all with a second tap, and nobody else', async () => {
    await open();
    shop.show(<UnseenScreen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Forget Ada Long' }));
    await waitFor(() => expect(screen.queryByText('Ada Long')).toBeNull());
    expect(await hidden()).toEqual(['Ada Long']);
    fireEvent.click(screen.getByRole('button', { name: 'Forget all of them' }));
    expect(await hidden()).toEqual(['Ada Long']);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, forget this one' }));
    await screen.findByText('Everybody has been here lately enough.');
    expect((await hidden()).toSorted()).toEqual(['Ada Long', 'Ben Long']);
  });
});

describe('what we may write down', () => {
  it('says each rule with its source, that it is no legal advice, and prints a sign', async () => {
    await open();
    const printer = testPrinter();
    shop.show(
      <PrinterContext.Provider value={printer}>
        <KeepScreen />
      </PrinterContext.Provider>,
    );
    expect(await screen.findByText(/It is not legal advice/)).toBeDefined();
    const answers = screen.getAllByText(/^Source: /).map((each) => each.textContent ?? '');
    expect(answers).toHaveLength(10);
    for (const answer of answers) expect(answer).toMatch(/\d/);
    const print = await screen.findByRole('button', { name: 'Print it' });
    await waitFor(() => expect(print.hasAttribute('disabled')).toBe(false));
    fireEvent.click(print);
    await waitFor(() => expect(printer.printed()).toBe(1));
    const paper = document.querySelector('.sheet-drawing')?.textContent ?? '';
    expect(paper).toContain('We remember you');
    expect(paper.replaceAll(/\s+/g, ' ')).toContain('A word is enough');
  });

  it('asks after as many years as are chosen, and says what never means', async () => {
    await open();
    shop.show(<KeepScreen />);
    fireEvent.click(await screen.findByRole('radio', { name: 'Never ask' }));
    await screen.findByText(/^Whoever never comes back stays in the book for good/);
    expect(await shop.deps.db.settings.toArray()).toMatchObject([{ retentionYears: null }]);
  });
});

async function open(retentionYears: number | null = 3): Promise<void> {
  shop = await shopWithScreens((deps) => moveIn(deps, [...gone, khan]), { retentionYears });
}

async function hidden(): Promise<readonly string[]> {
  const customers = await shop.deps.db.customers.toArray();
  return customers.filter(({ forgottenOn }) => forgottenOn === today).map(({ name }) => name);
}
