import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { InsightsPeopleScreen } from '#ui/screens/insights/insights-people.tsx';
import { PeopleListScreen } from '#ui/screens/people-list/people-list.tsx';
import { PrintPeopleScreen } from '#ui/screens/people-list/print-people.tsx';
import { PeopleScreen } from '#ui/screens/people/people.tsx';
import { testPrinter } from '../../support/paper/test-printer.ts';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import {
  daysAgo,
  every,
  on,
  personWith,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;

afterEach(() => {
  cleanup();
  shop.roster.close();
});

const people: readonly CustomerSpec[] = [
  {
    name: 'Mrs Khan',
    cue: 'red bike',
    addresses: ['4 Mill Road\nLeeds'],
    visits: every(7, { times: 20, until: daysAgo(0) }),
  },
  { name: 'Tom R.', addresses: ['12 High Street\nYork'], visits: on([daysAgo(120)]) },
  { name: 'Ann', addresses: ['1 Low Lane\nYork'], young: true, visits: on([daysAgo(100)]) },
  { name: 'Joan Price', visits: on([daysAgo(3)]) },
];

describe('people from A to Z', () => {
  it('is one tap from the people likely to come', async () => {
    await open();
    shop.show(<PeopleScreen />);
    const link = await screen.findByRole('link', { name: 'A to Z' });
    expect(link.getAttribute('href')).toBe('/people/list/all');
  });

  it('lists everybody under letters that lead to them', async () => {
    await open();
    shop.show(<PeopleListScreen list="all" />);
    await screen.findByText('4 people');
    await screen.findByRole('heading', { name: 'A' });
    expect(headings()).toEqual(['A', 'J', 'M', 'T']);
    fireEvent.click(screen.getByRole('button', { name: 'T' }));
    expect(document.activeElement?.textContent).toBe('T');
  });

  it('asks for a list of its own with each answer, and offers everybody where nobody is left', async () => {
    await open();
    shop.show(<PeopleListScreen list="all" />);
    await screen.findByText('4 people');
    choose('Last here', 'away-90');
    choose('Thanked', 'never');
    expect(shop.went).toEqual([
      { kind: 'people-list', as: 'list', list: '_away-90___' },
      { kind: 'people-list', as: 'list', list: '__never__' },
    ]);
    shop.show(<PeopleListScreen list="_away-90___" />);
    await screen.findByText('2 people');
    shop.show(<PeopleListScreen list="_away-365___" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Show everybody' }));
    expect(shop.went.at(-1)).toEqual({ kind: 'people-list', as: 'list', list: 'all' });
    expect(screen.queryByRole('link', { name: 'Print this list' })).toBeNull();
  });

  it('draws few of many people, and gives the others their height', async () => {
    const many = Array.from({ length: 2_000 }, (_, place) => ({ name: `Name ${place}` }));
    await open(many);
    shop.show(<PeopleListScreen list="all" />);
    await screen.findAllByRole('link', { name: /^Name/ });
    expect(document.querySelectorAll('.customer-line').length).toBeLessThan(100);
    const chunks = [...document.querySelectorAll<HTMLElement>('.long-list_chunk')];
    const heights = chunks.map(({ style }) => Number.parseFloat(style.blockSize || '0'));
    expect(heights.slice(2).every((height) => height > 2_000)).toBe(true);
    expect(chunks).toHaveLength(50);
  });
});

describe('a list of people on paper', () => {
  it('has those who are meant, when they were here, and what they have in common', async () => {
    await openPaper('_away-90___', 'print');
    const said = saidOnPaper();
    for (const words of ['2 people: Not for 90 days.', 'Ann', 'Tom R.', '18 February'])
      expect(said).toContain(words);
    expect(said).toContain('Shred after Saturday 18 July');
    expect(said).not.toMatch(/Mrs Khan|Joan Price|Mill Road|High Street/);
  });

  it('says when they were here last, and nothing that paper should not give away', async () => {
    await openPaper('all', 'print');
    expect(saidOnPaper()).toMatch(/Joan Price 15 June.*Mrs Khan red bike today/);
  });

  it('becomes labels, names who is on none and why, and leads back to the list', async () => {
    await openPaper('all', 'labels');
    expect(saidOnPaper()).toBe('Mrs Khan 4 Mill Road Leeds Tom R. 12 High Street York');
    expect(screen.getByText(/Ann/)).toBeDefined();
    expect(screen.getByText(/Joan Price has no address/)).toBeDefined();
    expect(screen.getByLabelText('For').textContent).toContain('This list (4)');
    expect(screen.queryByRole('button', { name: 'Cards' })).toBeNull();
    const back = screen.getByRole('link', { name: 'People from A to Z' });
    expect(back.getAttribute('href')).toBe('/people/list/all');
    fireEvent.click(screen.getByRole('button', { name: 'List' }));
    expect(saidOnPaper()).toContain('4 people');
  });

  it('says of several without an address in one sentence, and who they are when asked', async () => {
    await openPaper('all', 'labels', [{ name: 'Ruth Adler' }, { name: 'Ann' }]);
    const said = screen.getByText(/^Two people have no address\. They are on the list/);
    const about = said.closest('details');
    expect(about?.open).toBe(false);
    const names = [...(about?.querySelectorAll('li') ?? [])].map((each) => each.textContent);
    expect(names).toEqual(['Ann', 'Ruth Adler']);
    expect(screen.queryByText(/needs? your hand/)).toBeNull();
  });

  it('is printed in parts where it is dozens of pages', async () => {
    await open(Array.from({ length: 1_001 }, (_, place) => ({ name: `Name ${place}` })));
    shop.show(<PrintPeopleScreen list="all" as="print" />);
    await screen.findByText(/^1,001 people are too many for one printing\./);
    fireEvent.click(screen.getByRole('button', { name: /^1,001 to 1,001 of 1,001/ }));
    await screen.findByRole('region', { name: 'Preview' });
    await waitFor(() => expect(saidOnPaper()).toContain('1 person: 1,001 to 1,001 of 1,001.'));
    expect(saidOnPaper()).toContain('Name 1000');
    expect(saidOnPaper()).not.toContain('Name 998');
  });

  it('is made of the people behind a number of How we’re doing too', async () => {
    await openPaper('doing-regular-28', 'labels');
    await waitFor(() => expect(saidOnPaper()).toBe('Mrs Khan 4 Mill Road Leeds'));
    shop.show(<InsightsPeopleScreen group="regular-28" />);
    const link = await screen.findByRole('link', { name: 'Labels for these' });
    expect(link.getAttribute('href')).toBe('/people/labels/doing-regular-28');
  });
});

async function open(who: readonly CustomerSpec[] = people): Promise<void> {
  shop = await shopWithScreens((deps) => moveIn(deps, who.map(personWith)));
}

async function openPaper(
  list: string,
  as: 'print' | 'labels',
  who: readonly CustomerSpec[] = people,
): Promise<void> {
  await open(who);
  shop.show(
    <PrinterContext.Provider value={testPrinter()}>
      <PrintPeopleScreen list={list} as={as} />
    </PrinterContext.Provider>,
  );
  await screen.findByLabelText('Preview');
}

function saidOnPaper(): string {
  const texts = screen.getByLabelText('Preview').querySelectorAll('.sheet-drawing_text');
  return [...texts].map((text) => text.textContent).join(' ');
}

function headings(): readonly (string | null)[] {
  return screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
}

function choose(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}
