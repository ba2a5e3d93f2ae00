import { afterEach, describe, expect, it } from 'vitest';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { Printer } from '#app/week/printer.ts';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { PrintScreen } from '#ui/screens/print/print.tsx';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import {
  customerId,
  daysAgo,
  personWith,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;
let paperSizes: string[];
let timesPrinted: number;

afterEach(() => {
  shop.roster.close();
});

const waiting: readonly CustomerSpec[] = [
  {
    name: 'Joan Price',
    phones: ['020 7946 0123'],
    gestures: [
      {
        kind: 'card',
        plannedOn: daysAgo(1),
        reasons: [
          {
            code: 'sent-people',
            people: [customerId('Tom R.')],
            since: daysAgo(30),
            theirVisits: 3,
          },
        ],
      },
    ],
  },
  { name: 'Tom R.' },
  {
    name: 'Mr Okoro',
    gestures: [
      {
        kind: 'offer',
        plannedOn: daysAgo(1),
        words: 'sausages, no charge',
        reasons: [{ code: 'birthday', day: today }],
      },
    ],
  },
  { name: 'Ruth Adler', gestures: [{ kind: 'word', plannedOn: daysAgo(1) }] },
  {
    name: 'Father Michael',
    gestures: [
      {
        kind: 'card',
        plannedOn: daysAgo(8),
        reasons: [{ code: 'birthday', day: daysAgo(6) }],
      },
    ],
  },
];

describe('printing the list', () => {
  it('gives no date of birth and no number away, and says when it has to be shredded', async () => {
    await openPrint();
    const sheet = within(preview());
    expect(sheet.getByText(/Birthday this week\./)).toBeDefined();
    expect(sheet.getByText(/A birthday in that week\./)).toBeDefined();
    expect(sheet.getByText('Shred after Sunday 21 June')).toBeDefined();
    expect(preview().textContent).not.toMatch(/7946|Birthday on|Birthday today|12 June/);
  });

  it('shows who, what, why and a line to write, in groups, with a place for one’s own thought', async () => {
    await openPrint();
    const sheet = within(preview());
    expect(rows(sheet)).toEqual([
      'To answer',
      'Ruth Adler',
      'Cards',
      'Joan Price',
      'Offers',
      'Mr Okoro',
      'Still to hand over',
      'Father Michael',
      'And someone you thought of yourself',
    ]);
    expect(sheet.getByText('Thank you for sending Tom R..', { exact: false })).toBeDefined();
    expect(sheet.getByText('Sausages, no charge')).toBeDefined();
    expect(sheet.getByText('Thank-yous, 15 to 21 June')).toBeDefined();
    expect(sheet.getByText('Printed Thursday 18 June')).toBeDefined();
    expect(sheet.getByText('Page 1 of 1')).toBeDefined();
    expect(preview().textContent).not.toMatch(/0123|£/);
  });

  it('prints the very same sheets that are seen', async () => {
    await openPrint();
    const printed = document.querySelector('.print-root');
    const seen = [...preview().querySelectorAll('.paper-sheet')].map((each) => each.innerHTML);
    expect([...(printed?.children ?? [])].map((each) => each.innerHTML)).toEqual(seen);
  });

  it('asks once whether it came out, and only then marks it as printed; nothing is handed over by that', async () => {
    await openPrint();
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    await screen.findByText('Did it come out right?');
    expect(timesPrinted).toBe(1);
    expect(await printedKinds()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, all good' }));
    await screen.findByText(/It stays under To do/);
    expect(await printedKinds()).toEqual(['offer', 'word']);
    const gestures = await shop.deps.db.gestures.toArray();
    expect(gestures.every((gesture) => gesture.handedOverOn === null)).toBe(true);
  });

  it('marks nothing when it did not come out', async () => {
    await openPrint();
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    fireEvent.click(await screen.findByRole('button', { name: 'No, not quite' }));
    expect(screen.getByText(/Nothing is marked as printed/)).toBeDefined();
    expect(await printedKinds()).toEqual([]);
  });

  it('lays in the paper that is chosen, and the shop’s own at first', async () => {
    await openPrint();
    await waitFor(() => expect(paperSizes).toEqual(['letter']));
    fireEvent.click(screen.getByRole('radio', { name: 'A4' }));
    await waitFor(() => expect(paperSizes).toEqual(['a4']));
    expect(preview().querySelectorAll('.paper-sheet-a4')).toHaveLength(1);
  });
});

describe('printing cards', () => {
  it('puts two on a sheet, with the name on the back and nothing inside', async () => {
    await openPrint();
    fireEvent.click(screen.getByRole('radio', { name: 'Cards' }));
    const sheet = within(preview());
    expect(preview().querySelectorAll('.paper-sheet')).toHaveLength(1);
    expect(sheet.getByText(/Made for Joan Price/)).toBeDefined();
    expect(sheet.getByText(/Made for Father Michael/)).toBeDefined();
  });

  it('marks the cards as printed when they came out, and then draws those left', async () => {
    await openPrint();
    fireEvent.click(screen.getByRole('radio', { name: 'Cards' }));
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Yes, all good' }));
    await screen.findByText(/The cards are marked as printed/);
    expect(await printedKinds()).toEqual(['card', 'card']);
  });

  it('says so when no card waits', async () => {
    await openPrint([{ name: 'Ruth Adler', gestures: [{ kind: 'word', plannedOn: daysAgo(1) }] }]);
    fireEvent.click(screen.getByRole('radio', { name: 'Cards' }));
    expect(screen.getByText('No cards waiting to be printed')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  });
});

it('says where to begin when nothing waits', async () => {
  await openShopWith([{ name: 'Ruth Adler' }]);
  expect(await screen.findByText('Nothing to print yet')).toBeDefined();
  expect(screen.getByRole('link', { name: 'To This week' }).getAttribute('href')).toBe('/week');
});

async function openPrint(people: readonly CustomerSpec[] = waiting): Promise<void> {
  await openShopWith(people);
  await screen.findByRole('button', { name: 'Print' });
  await waitFor(() => expect(preview().querySelector('.paper-sheet')).not.toBeNull());
}

async function openShopWith(people: readonly CustomerSpec[]): Promise<void> {
  paperSizes = [];
  timesPrinted = 0;
  const press: Printer = {
    setPaper(paper) {
      paperSizes.push(paper);
      return () => {
        paperSizes = paperSizes.filter((each) => each !== paper);
      };
    },
    ready: async () => {},
    print: async () => {
      timesPrinted += 1;
    },
  };
  shop = await shopWithScreens((deps) => moveIn(deps, people.map(personWith)), {
    paper: 'letter',
  });
  shop.show(
    <PrinterContext.Provider value={press}>
      <PrintScreen />
    </PrinterContext.Provider>,
  );
}

function preview(): HTMLElement {
  return screen.getByRole('region', { name: 'Preview' });
}

function rows(sheet: ReturnType<typeof within>): readonly (string | null | undefined)[] {
  const [, ...lines] = sheet.getAllByRole('row');
  return lines.map(
    (line: HTMLElement) =>
      (line.querySelector('b') ?? line.querySelector('th') ?? line).textContent,
  );
}

async function printedKinds(): Promise<readonly string[]> {
  const gestures = await shop.deps.db.gestures.toArray();
  return gestures
    .filter((gesture) => gesture.printedOn === today)
    .map((gesture) => gesture.kind)
    .toSorted();
}
