import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, configure, fireEvent, screen, within } from '@testing-library/preact';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { InsightsPeopleScreen } from '#ui/screens/insights/insights-people.tsx';
import { InsightsScreen } from '#ui/screens/insights/insights.tsx';
import { testPrinter } from '../../support/paper/test-printer.ts';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import {
  daysAgo,
  every,
  on,
  personWith,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

// The paper beside the screen says the same.
configure({ defaultIgnore: 'script, style, .print-root *' });

let shop: ShopWithScreens;

afterEach(() => {
  cleanup();
  shop.roster.close();
});

describe('how we’re doing', () => {
  it('says kindly how much is still missing instead of drawing empty charts', async () => {
    await openInsights([{ name: 'Hana', visits: every(7, { times: 37, until: daysAgo(2) }) }]);
    expect(
      await screen.findByText(
        'After about 100 visits this page starts to tell you something. You have 37.',
      ),
    ).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says what share regulars have, with the counts it is made of', async () => {
    await openInsights();
    expect(
      await screen.findByText(
        'Regulars are 3 in 4 of your customers, and nearly all of your visits.',
      ),
    ).toBeDefined();
    expect(
      screen.getByText(
        'In the last four weeks: 12 of 16 people you know by name, 84 of their 88 visits. Twice in a day counts once.',
      ),
    ).toBeDefined();
  });

  it('opens from each number exactly the people that it counts', async () => {
    await openInsights();
    const list = await screen.findByRole('list', { name: 'The people behind the numbers' });
    const links = within(list)
      .getAllByRole('link')
      .map((link) => ({
        number: Number(link.querySelector('b')?.textContent),
        group: link.getAttribute('href')?.replace('/doing/', '') ?? '',
      }));
    expect(links.map(({ number }) => number)).toEqual([12, 0, 1, 4]);
    for (const { number, group } of links) {
      shop.show(<InsightsPeopleScreen group={group} />);
      await screen.findByRole('heading', { level: 1 });
      expect(screen.getByText(number === 1 ? '1 person' : `${number} people`)).toBeDefined();
      expect(lines()).toHaveLength(number);
    }
    expect(lines().map((line) => line.querySelector('bdi')?.textContent)).toEqual([
      'New 1',
      'New 2',
      'New 3',
      'New 4',
    ]);
  });

  it('looks further back when asked, also after coming back from a list', async () => {
    await openInsights();
    fireEvent.click(await screen.findByRole('button', { name: 'A year' }));
    expect(screen.getByText(/^In the last year: /)).toBeDefined();
    showPage();
    expect(await screen.findByText(/^In the last year: /)).toBeDefined();
  });

  it('tells the hours in a sentence first, and as a table with the same counts', async () => {
    await openInsights();
    const words = await screen.findByText(/^Busiest: /);
    expect(words.textContent).toBe('Busiest: Mondays 10–11, about twelve people.');
    const picture = cells();
    fireEvent.click(screen.getByRole('button', { name: 'As a table' }));
    const table = cells();
    expect(table.get('Monday 10')).toBe(144);
    for (const [name, count] of picture)
      expect(Math.round((table.get(name) ?? 0) / 12), name).toBe(count);
    const rows = [...document.querySelectorAll('.page tr')];
    expect(rows.at(-1)?.lastElementChild?.textContent).toBe(
      String([...table.values()].reduce((sum, count) => sum + count, 0)),
    );
    expect(screen.getByRole('button', { name: 'As a picture' })).toBeDefined();
  });

  it('says that it is too early while few thank-yous are out, and what they cost', async () => {
    await openInsights([...regulars, thanked]);
    expect(
      await screen.findByText(
        'Too early to say: one of one came back within their usual time so far.',
      ),
    ).toBeDefined();
    expect(screen.getByText('Handed over since 19 April: one card, £1.20 in total.')).toBeDefined();
  });

  it('says nothing of money in a shop that notes none', async () => {
    await openInsights(
      [
        ...regulars,
        { name: 'Mrs Khan', visits: every(7, { times: 9, until: daysAgo(5), amount: 900 }) },
      ],
      { amounts: false },
    );
    await screen.findByRole('list', { name: 'The people behind the numbers' });
    expect(screen.queryByText('Takings and baskets')).toBeNull();
    await openInsights([...regulars, thanked], { amounts: false });
    expect(await screen.findByText('Handed over since 19 April: one card.')).toBeDefined();
    expect(document.body.textContent).not.toMatch(/£/);
  });

  it('shows what was taken and what a basket was, four weeks beside the four before', async () => {
    const spending = {
      name: 'Mrs Khan',
      visits: [
        ...every(7, { times: 8, until: daysAgo(35), amount: 1000 }),
        ...every(7, { times: 4, until: daysAgo(5), amount: 1250 }),
      ],
    };
    await openInsights([...regulars, ...others, spending]);
    expect(
      await screen.findByText('£50 noted in the last four weeks, £40 in the four before.'),
    ).toBeDefined();
    expect(
      screen.getByText('An average basket was £12.50, £10.00 in the four weeks before.'),
    ).toBeDefined();
    const names = { name: /^(£50 noted|An average basket)/ };
    expect(screen.getAllByRole('img', names)).toHaveLength(2);
  });

  it('names some of those whom a number counts', async () => {
    await openInsights();
    const list = await screen.findByRole('list', { name: 'The people behind the numbers' });
    expect(within(list).getByText(/^Regular \d+, Regular \d+ and ten more$/)).toBeDefined();
    expect(within(list).getByText('Mr Okoro')).toBeDefined();
  });

  it('says what to expect of the next open day, and who', async () => {
    await openInsights();
    await screen.findByRole('heading', { name: 'What to expect tomorrow' });
    expect(screen.getByText(/^At most (?:one person|\w+ people) you know\.$/)).toBeDefined();
  });

  it('knows a list only by the names that the page gives', async () => {
    await openInsights();
    shop.show(<InsightsPeopleScreen group="everybody" />);
    expect(await screen.findByText('There is no such list')).toBeDefined();
  });
});

const regulars: readonly CustomerSpec[] = Array.from({ length: 12 }, (_, index) => ({
  name: `Regular ${index + 1}`,
  // Mondays and Thursdays; today is a Thursday.
  visits: [
    ...every(7, { times: 31, until: daysAgo(3), minute: 630 }),
    ...every(7, { times: 31, until: daysAgo(7), minute: 900 }),
  ],
}));

const others: readonly CustomerSpec[] = [
  { name: 'Mr Okoro', visits: every(7, { times: 30, until: daysAgo(60) }) },
  ...[1, 2, 3, 4].map((number) => ({ name: `New ${number}`, visits: on([daysAgo(number)]) })),
];

const thanked: CustomerSpec = {
  name: 'Mrs Lind',
  visits: on([daysAgo(70), daysAgo(50)]),
  gestures: [{ kind: 'card', plannedOn: daysAgo(60), handedOverOn: daysAgo(60), windowDays: 14 }],
};

async function openInsights(
  people: readonly CustomerSpec[] = [...regulars, ...others],
  changes: Partial<SettingsValues> = {},
): Promise<void> {
  shop = await shopWithScreens((open) => moveIn(open, people.map(personWith)), changes);
  expect(today).toBe('2026-06-18');
  showPage();
}

function showPage(): void {
  shop.show(
    <PrinterContext.Provider value={testPrinter()}>
      <InsightsScreen />
    </PrinterContext.Provider>,
  );
}

function lines(): readonly Element[] {
  return [...document.querySelectorAll('.customer-line')];
}

/** Each cell of the hours by its weekday and hour. Cells of closed hours are left out. */
function cells(): ReadonlyMap<string, number> {
  const [table = document.body] = screen.getAllByRole('table');
  const hours = [...table.querySelectorAll('thead th [aria-hidden]')].map(
    (hour) => hour.textContent,
  );
  const found = new Map<string, number>();
  for (const row of table.querySelectorAll('tbody tr')) {
    const weekday = row.querySelector('th')?.textContent ?? '';
    [...row.querySelectorAll('.busy-hours_cell')].forEach((cell, place) => {
      const count = Number(cell.textContent);
      if (!Number.isNaN(count)) found.set(`${weekday} ${hours[place]}`, count);
    });
  }
  return found;
}
