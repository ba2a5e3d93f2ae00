import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { addPerk, endPerk, publishPerk, type PerkDraft } from '#app/perks/perks.ts';
import { loadSettings } from '#app/shop/settings.ts';
import type { CustomerFields } from '#domain/customers/customer.ts';
import type { Permission } from '#domain/customers/permission.ts';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { PosterScreen } from '#ui/screens/posters/poster.tsx';
import { WallScreen } from '#ui/screens/posters/wall.tsx';
import { PrintingScreen } from '#ui/screens/printing/printing.tsx';
import { TestSheetScreen } from '#ui/screens/printing/test-sheet.tsx';
import { testPrinter, type TestPrinter } from '../../support/paper/test-printer.ts';
import {
  shopWithScreens,
  type ShopWithScreens,
  type TestShop,
} from '../../support/shops/screen-in-shop.tsx';
import {
  daysAgo,
  on,
  personWith,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

let shop: ShopWithScreens;
let printer: TestPrinter;

afterEach(() => {
  cleanup();
  shop.roster.close();
});

describe('the page about printing', () => {
  it('takes a sheet of the owner’s own by six measures, and says what cannot be', async () => {
    await open();
    shop.show(<PrintingScreen />);
    await type('Labels across', '3');
    await type('Labels down', '8');
    await type('Width of a label, mm', '70');
    await type('Height of a label, mm', '5');
    await type('Gap between columns, mm', '3');
    press('Use this sheet');
    expect(screen.getByText('Type the millimetres, at least 10.')).toBeDefined();
    await type('Height of a label, mm', '36');
    press('Use this sheet');
    expect(
      screen.getByText('3 labels of 70 mm and the gaps (2) make 216 mm, the paper is 210.'),
    ).toBeDefined();
    await type('Gap between columns, mm', '0');
    await type('Gap between rows, mm', '2,5');
    press('Use this sheet');
    expect(
      screen.getByText('8 labels of 36 mm and the gaps (7) make 305.5 mm, the paper is 297 high.'),
    ).toBeDefined();
    await type('Gap between rows, mm', '0,5');
    press('Use this sheet');
    await screen.findByText(/^Saved, and in use for labels/);
    expect((await loadSettings(shop.deps)).ownLabels).toEqual({
      paper: 'a4',
      columns: 3,
      rows: 8,
      width: 70,
      height: 36,
      pitchX: 70,
      pitchY: 36.5,
      left: 0,
      top: 2.75,
    });
    const sheets = screen.getByLabelText('Label sheet');
    await waitFor(() => expect(sheets).toHaveProperty('value', 'own'));
    expect(screen.getByRole('option', { name: 'Your own sheet: 3 × 8' })).toBeDefined();
  });

  it('offers to stretch what came out small, lists the printer, and forgets it with Undo', async () => {
    await open();
    show(<TestSheetScreen />);
    await type('Name of the printer', 'Back office');
    await type('Rule across, mm', '174.6');
    await type('Rule down, mm', '252.2');
    await type('Cross to left edge, mm', '11.7');
    await type('Cross to top edge, mm', '8.2');
    press('Save what I measured');
    await screen.findByText(/^The printer shrank the page to 97 %\. Choose “Actual size”/);
    expect((await loadSettings(shop.deps)).printers).toEqual([]);
    press('Stretch it');
    await screen.findByText(/^Saved\. Print the test sheet once more/);
    shop.show(<PrintingScreen />);
    expect(
      await screen.findByText(
        'Prints at 97 % across and 97 % down, 2 mm to the right and -1.5 mm lower. That is made up for.',
      ),
    ).toBeDefined();
    press('Remove Back office, A4');
    await screen.findByText('Back office, A4 is not adjusted for any more.');
    await waitFor(async () => expect((await loadSettings(shop.deps)).printers).toEqual([]));
    press('Undo');
    await screen.findByText('Back office, A4');
  });
});

describe('the poster', () => {
  it('has every published perk as one sentence with its day, and comes on two sheets', async () => {
    await open(async (deps) => {
      const coffee = valueOf(await addPerk(deps, perk(10, 'a coffee on us')));
      const loaf = valueOf(await addPerk(deps, perk(20, 'a loaf')));
      await addPerk(deps, perk(30, 'never published'));
      valueOf(await publishPerk(deps, coffee.id, { today, countsFrom: null }));
      valueOf(await publishPerk(deps, loaf.id, { today, countsFrom: null }));
      valueOf(await endPerk(deps, loaf.id, today));
    });
    show(<PosterScreen />);
    await screen.findAllByText('For everybody');
    const said = saidOnPaper();
    for (const words of ['a coffee on us', 'since 18 June', 'a loaf', 'until 18 July'])
      expect(said).toContain(words);
    expect(said).not.toContain('never published');
    fireEvent.change(screen.getByLabelText('Paper'), { target: { value: 'two' } });
    await screen.findByText('Two sheets on their sides. Hang one above the other.');
    await waitFor(() => expect(printer.sizes).toEqual([{ w: 297, h: 210 }]));
  });

  it('says that nothing is published yet', async () => {
    await open();
    show(<PosterScreen />);
    await screen.findByText('No perk is published yet');
  });
});

describe('the wall of thanks', () => {
  it('has only those who said yes, by the alphabet, and says who is not on it', async () => {
    await open(async (deps) => moveIn(deps, wallPeople.map(personWith)));
    show(<WallScreen />);
    await screen.findAllByText('With us for years');
    const said = saidOnPaper();
    expect(said).toMatch(/Ann.*Bob K\..*Cat.*Zoe/);
    expect(said).toContain('Hangs until 17 September');
    for (const absent of ['Nobody asked', 'Said no', 'Too young', 'Told us', 'Newcomer'])
      expect(said).not.toContain(absent);
    // Only one person told how to do better: all would know who is meant.
    expect(screen.queryByText('Told us how to do better')).toBeNull();
    expect(screen.getByText('Told once: too few names under that heading.')).toBeDefined();
    expect(screen.getByText('Newcomer fits under no heading yet.')).toBeDefined();
  });

  it('says how to ask while nobody said yes', async () => {
    await open();
    show(<WallScreen />);
    await screen.findByText(/^Nobody said yes to the wall yet/);
  });
});

const yes: Permission = {
  purpose: 'wall',
  way: 'shop',
  answer: 'yes',
  day: daysAgo(3),
  how: 'said so at the counter',
  words: 'We may put your name on our wall.',
  notedAt: 1,
};
const old = on([daysAgo(900), daysAgo(2)]);

function wallPerson(name: string, more: Partial<CustomerFields> & Partial<CustomerSpec> = {}) {
  return { name, permissions: [yes], visits: old, ...more };
}

const wallPeople: readonly CustomerSpec[] = [
  wallPerson('Zoe'),
  wallPerson('Ann'),
  wallPerson('Cat'),
  wallPerson('Robert Khan', { wallName: 'Bob K.' }),
  wallPerson('Nobody asked', { permissions: [] }),
  wallPerson('Said no', { permissions: [yes, { ...yes, answer: 'no', notedAt: 2 }] }),
  wallPerson('Too young', { young: true }),
  wallPerson('Newcomer', { visits: on([daysAgo(20)]) }),
  wallPerson('Told once', {
    visits: on([daysAgo(20)]),
    moments: [{ kind: 'idea', day: daysAgo(9), text: 'Open on Mondays.' }],
  }),
];

function perk(threshold: number, gives: string): PerkDraft {
  return {
    measure: 'visit-days',
    threshold,
    repeats: 'every',
    gives,
    givesToNew: '',
    afterVisits: 1,
  };
}

async function open(
  fill: (deps: TestShop) => Promise<unknown> = async () => undefined,
): Promise<void> {
  shop = await shopWithScreens(fill);
}

function show(screenShown: Parameters<ShopWithScreens['show']>[0]): void {
  printer = testPrinter();
  shop.show(<PrinterContext.Provider value={printer}>{screenShown}</PrinterContext.Provider>);
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

async function type(label: string, value: string): Promise<void> {
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
}

function saidOnPaper(): string {
  return [...document.querySelectorAll('.preview li')].map((each) => each.textContent).join(' ');
}
