import { afterEach, describe, expect, it } from 'vitest';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { loadSettings } from '#app/shop/settings.ts';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { PrintScreen } from '#ui/screens/print/print.tsx';
import {
  testPrinter,
  type TestPrinter,
  type TestPrinterOptions,
} from '../../support/paper/test-printer.ts';
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
let printer: TestPrinter;
afterEach(() => shop.roster.close());

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
  it('tells a birthday of this week from one of the next', async () => {
    const card = { kind: 'card', plannedOn: daysAgo(1) } as const;
    await openPrint([
      { name: 'Ema', gestures: [{ ...card, reasons: [{ code: 'birthday', day: daysAgo(-3) }] }] },
      { name: 'Finn', gestures: [{ ...card, reasons: [{ code: 'birthday', day: daysAgo(-4) }] }] },
    ]);
    const said = saidOnPaper();
    expect(said.match(/Birthday this week\./g)).toHaveLength(1);
    expect(said.match(/A birthday soon\./g)).toHaveLength(1);
  });

  it('gives no date of birth and no number away, and says when it has to be shredded', async () => {
    await openPrint();
    const said = saidOnPaper();
    expect(said).toMatch(/Birthday this week\./);
    expect(said).toMatch(/A birthday in that week\./);
    expect(said).toContain('Shred after Sunday 21 June');
    expect(preview().textContent).not.toMatch(/7946|Birthday on|Birthday today|12 June/);
  });

  it('shows who, what, why and a line to write, in groups, with a place for one’s own thought', async () => {
    await openPrint();
    const said = saidOnPaper();
    const order = [
      'To answer',
      'Ruth Adler',
      'Cards',
      'Joan Price',
      'Offers',
      'Mr Okoro',
      'Still to hand over',
      'Father Michael',
      'And someone you thought of yourself',
    ];
    const places = order.map((words) => said.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    for (const words of [
      'Thank you for sending Tom R.',
      'Sausages, no charge',
      'Thank-yous, 15 to 21 June',
      'Printed Thursday 18 June',
      'Page 1 of 1',
    ])
      expect(said).toContain(words);
    expect(preview().textContent).not.toMatch(/0123|£/);
  });

  it('prints the very same sheets that are seen', async () => {
    await openPrint();
    const drawn = (where: ParentNode | null): readonly (string | null)[] =>
      [...(where?.querySelectorAll('.sheet-drawing_text') ?? [])].map(
        (text) => `${text.getAttribute('x')} ${text.getAttribute('y')} ${text.textContent}`,
      );
    expect(drawn(document.querySelector('.print-root'))).toEqual(drawn(preview()));
    expect(drawn(preview()).length).toBeGreaterThan(10);
  });

  it('asks once whether it came out, and only then marks it as printed; nothing is handed over by that', async () => {
    await openPrint();
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    await screen.findByText('Did it come out right?');
    expect(printer.printed()).toBe(1);
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
    await waitFor(() => expect(printer.sizes).toEqual([{ w: 215.9, h: 279.4 }]));
    choose('Paper', 'a4');
    await waitFor(() => expect(printer.sizes).toEqual([{ w: 210, h: 297 }]));
    expect(pageOf(preview())).toBe('0 0 210 297');
    expect(pageOf(document.querySelector('.print-root'))).toBe('0 0 210 296');
  });

  it('keeps the question while something else is printed', async () => {
    await openPrint();
    press('Print');
    await screen.findByText('Did it come out right?');
    press('Cards');
    expect(screen.queryByText('Did it come out right?')).toBeNull();
    press('List');
    press('Yes, all good');
    await screen.findByText(/It stays under To do/);
    expect(await printedKinds()).toEqual(['offer', 'word']);
  });
});

describe('a PDF', () => {
  it('is saved where nothing can be shared, with a name that says what it is', async () => {
    await openPrint();
    press('Send or save as PDF');
    await waitFor(() => expect(printer.saved).toEqual(['Thank-yous 2026-06-18.pdf']));
    await screen.findByText('Did it come out right?');
    expect(printer.files).toHaveLength(1);
  });

  it('stands first on an Apple tablet and is ready before the tap', async () => {
    await openPrint(waiting, { canShare: true });
    const keys = screen.getAllByRole('button').map((each) => each.textContent);
    expect(keys.indexOf('Send or save as PDF')).toBeLessThan(keys.indexOf('Print'));
    await waitFor(() => expect(printer.files).toHaveLength(1));
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Send or save as PDF' }).getAttribute('aria-busy'),
      ).toBeNull(),
    );
    press('Send or save as PDF');
    // At once, in the very tap: a share sheet opens only then.
    expect(printer.shared).toEqual(['Thank-yous 2026-06-18.pdf']);
  });
});

describe('printing cards', () => {
  it('puts two on a sheet, with the name on the back and nothing inside', async () => {
    await openPrint();
    press('Cards');
    expect(preview().querySelectorAll('.sheet-drawing')).toHaveLength(1);
    expect(saidOnPaper()).toMatch(/Made for Joan Price.*Made for Father Michael/);
  });

  it('marks the cards as printed when they came out, and then draws those left', async () => {
    await openPrint();
    press('Cards');
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Yes, all good' }));
    await screen.findByText(/The cards are marked as printed/);
    expect(await printedKinds()).toEqual(['card', 'card']);
  });

  it('marks A5 cards with a line inside only after the second pass', async () => {
    await openPrint();
    press('Cards');
    choose('Cards', 'a5');
    choose('Inside', 'line');
    press('Print');
    await screen.findByText('Did it come out right?');
    press('Yes, all good');
    await screen.findByText(/Now the inside/);
    expect(await printedKinds()).toEqual([]);
    expect(saidOnPaper()).toContain('Thank you for sending Tom R.');
    press('Print');
    await screen.findByText('Did it come out right?');
    press('Yes, all good');
    await screen.findByText(/The cards are marked as printed/);
    expect(await printedKinds()).toEqual(['card', 'card']);
  });

  it('prints no card with boxes for letters: it needs a hand', async () => {
    await openPrint([{ name: 'Ὀδυσσεύς', gestures: [{ kind: 'card', plannedOn: daysAgo(1) }] }], {
      missing: 'Ὀ',
    });
    press('Cards');
    await screen.findByText('One person needs your hand');
    expect(screen.getByText(/Ὀδυσσεύς: this tablet has no letters/)).toBeDefined();
    expect(preview().querySelector('.sheet-drawing')).toBeNull();
  });

  it('says so when no card waits', async () => {
    await openPrint([{ name: 'Ruth Adler', gestures: [{ kind: 'word', plannedOn: daysAgo(1) }] }]);
    press('Cards');
    expect(screen.getByText('No cards waiting to be printed')).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Print' }).disabled).toBe(true);
  });
});

describe('printing labels', () => {
  const withAddresses: readonly CustomerSpec[] = [
    {
      name: 'Joan Price',
      addresses: ['4 Mill Road\nLeeds'],
      gestures: [{ kind: 'card', plannedOn: daysAgo(1) }],
    },
    { name: 'Ruth Adler', gestures: [{ kind: 'card', plannedOn: daysAgo(1) }] },
    { name: 'Tom R.', addresses: ['12 High Street\nYork'] },
  ];

  it('puts this week’s cards on labels, and names who has no address', async () => {
    await openPrint(withAddresses);
    press('Labels');
    expect(saidOnPaper()).toBe('Joan Price 4 Mill Road Leeds');
    expect(screen.getByText('One person needs your hand')).toBeDefined();
    expect(screen.getByText(/Ruth Adler has no address/)).toBeDefined();
    choose('For', 'everyone');
    expect(saidOnPaper()).toBe('Joan Price 4 Mill Road Leeds Tom R. 12 High Street York');
  });

  it('begins at the first free label, by tap or by arrow, and proposes the next one then', async () => {
    await openPrint(withAddresses);
    press('Labels');
    choose('Label sheet', 'L7160');
    const before = firstTextAt();
    fireEvent.click(screen.getByRole('radio', { name: 'Label 2 of 21' }));
    expect(firstTextAt().x - before.x).toBeCloseTo(66.04);
    fireEvent.keyDown(screen.getByRole('radiogroup', { name: /First free label/ }), {
      key: 'ArrowDown',
    });
    expect(firstTextAt().y - before.y).toBeCloseTo(38.1);
    press('Print');
    await screen.findByText('Did it come out right?');
    press('Yes, all good');
    await screen.findByText(/the first free label is the one after these/);
    shop.roster.close();
    await openPrint(withAddresses);
    press('Labels');
    choose('Label sheet', 'L7160');
    expect(screen.getByRole('radio', { name: 'Label 6 of 21', checked: true })).toBeDefined();
  });

  it('prints one envelope first, and the others when it lies right', async () => {
    await openPrint(withAddresses);
    press('Envelopes');
    choose('For', 'everyone');
    expect(saidOnPaper()).toBe('Joan Price 4 Mill Road Leeds');
    expect(screen.getByText(/One envelope first/)).toBeDefined();
    press('Print');
    await screen.findByText('Did it come out right?');
    press('Yes, all good');
    await waitFor(() => expect(saidOnPaper()).toBe('Tom R. 12 High Street York'));
    expect(printer.sizes.at(-1)).toEqual({ w: 162, h: 114 });
  });

  it('puts the shop’s address at the top left of envelopes and on labels of its own', async () => {
    await openPrint(withAddresses);
    press('Envelopes');
    const field = screen.getByLabelText('Your address');
    fireEvent.input(field, { target: { value: '1 Market Place\nLeeds' } });
    fireEvent.blur(field);
    await waitFor(() => expect(saidOnPaper()).toContain('1 Market Place Leeds Joan Price'));
    expect(Number(preview().querySelector('.sheet-drawing_text')?.getAttribute('x'))).toBe(15);
    press('Labels');
    choose('Label sheet', 'L7163');
    choose('For', 'sender');
    await waitFor(() => expect(saidOnPaper().split('1 Market Place Leeds').length - 1).toBe(14));
  });
});

describe('measuring a printer', () => {
  const reading = {
    'Rule across, mm': '174,6',
    'Rule down, mm': '252.2',
    'Cross to left edge, mm': '11.7',
    'Cross to top edge, mm': '8.2',
  };

  it('is done with the test sheet, and all sheets land where they should from then on', async () => {
    await openPrint();
    const before = document.querySelector('.print-root g')?.getAttribute('transform') ?? null;
    expect(before).toBeNull();
    choose('Printer', 'measure');
    typeIn('Name of the printer', 'Back office');
    for (const [label, typed] of Object.entries(reading)) typeIn(label, typed);
    press('Save what I measured');
    // It came out small: "Actual size" would be the better cure.
    await screen.findByText(/shrank the page to 97 %/);
    press('Stretch it');
    await screen.findByText(/Print the test sheet once more/);
    const { printers } = await loadSettings(shop.deps);
    expect(printers).toHaveLength(1);
    expect(printers[0]).toMatchObject({ printer: 'Back office', paper: 'letter' });
    expect(printers[0]?.scaleX).toBeCloseTo(0.97);
    expect(printers[0]?.shiftY).toBeCloseTo(-1.5);
    press('List');
    await waitFor(() =>
      expect(document.querySelector('.print-root g')?.getAttribute('transform')).toMatch(/^scale/),
    );
    choose('Printer', 'any');
    expect(document.querySelector('.print-root g')?.getAttribute('transform') ?? null).toBeNull();
  });

  it('says what cannot be right, and saves nothing then', async () => {
    await openPrint();
    choose('Printer', 'measure');
    press('Save what I measured');
    expect(screen.getByText(/Give the printer a name/)).toBeDefined();
    typeIn('Name of the printer', 'Back office');
    for (const [label, typed] of Object.entries(reading)) typeIn(label, typed);
    typeIn('Rule across, mm', '150');
    press('Save what I measured');
    expect(screen.getByText(/150 mm\? The rule is 180 mm long/)).toBeDefined();
    typeIn('Rule across, mm', '');
    press('Save what I measured');
    expect(screen.getByText(/Type the length in millimetres/)).toBeDefined();
    expect((await loadSettings(shop.deps)).printers).toEqual([]);
  });
});

it('says where to begin when nothing waits', async () => {
  await openShopWith([{ name: 'Ruth Adler' }]);
  expect(await screen.findByText('Nothing to print yet')).toBeDefined();
  expect(screen.getByRole('link', { name: 'This week' }).getAttribute('href')).toBe('/week');
});

async function openPrint(
  people: readonly CustomerSpec[] = waiting,
  options: TestPrinterOptions = {},
): Promise<void> {
  await openShopWith(people, options);
  await screen.findByRole('button', { name: 'Print' });
  await waitFor(() => expect(preview().querySelector('.sheet-drawing')).not.toBeNull());
}

async function openShopWith(
  people: readonly CustomerSpec[],
  options: TestPrinterOptions = {},
): Promise<void> {
  printer = testPrinter(options);
  shop = await shopWithScreens((deps) => moveIn(deps, people.map(personWith)), {
    paper: 'letter',
  });
  shop.show(
    <PrinterContext.Provider value={printer}>
      <PrintScreen />
    </PrinterContext.Provider>,
  );
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function typeIn(label: string, text: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
}

function choose(label: string, value: string): void {
  fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } });
}

function preview(): HTMLElement {
  return screen.getByRole('region', { name: 'Preview' });
}

/** All words on the sheets in the order of drawing. */
function saidOnPaper(): string {
  return [...preview().querySelectorAll('.sheet-drawing_text')]
    .map((text) => text.textContent)
    .join(' ');
}

function firstTextAt(): { readonly x: number; readonly y: number } {
  const text = preview().querySelector('.sheet-drawing_text');
  return { x: Number(text?.getAttribute('x')), y: Number(text?.getAttribute('y')) };
}

function pageOf(where: ParentNode | null): string | null | undefined {
  return where?.querySelector('.sheet-drawing')?.getAttribute('viewBox');
}

async function printedKinds(): Promise<readonly string[]> {
  const gestures = await shop.deps.db.gestures.toArray();
  return gestures
    .filter((gesture) => gesture.printedOn === today)
    .map((gesture) => gesture.kind)
    .toSorted();
}
