import { afterEach, describe, expect, it } from 'vitest';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { WeekStore } from '#app/week/week-store.ts';
import { changeSettings } from '#app/shop/change-settings.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { WeekStoreContext } from '#ui/hooks/use-week.ts';
import { WeekScreen } from '#ui/screens/week/week.tsx';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import {
  daysAgo,
  every,
  on,
  personWith,
  thankedOn,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';
import { moveIn, weekPeople } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;
let board: WeekStore;

afterEach(() => {
  board.close();
  shop.roster.close();
});

describe('this week', () => {
  it('says how many were looked at and lists who stands out, the unanswered complaint first', async () => {
    await openWeek();
    expect(screen.getByText('15 to 21 June', { exact: false })).toBeDefined();
    expect(screen.getByText(/^We looked at eight people\. \w+ stand out\.$/)).toBeDefined();
    const list = within(screen.getByRole('list', { name: 'Suggestions' }));
    expect(list.getAllByRole('heading')[0]?.textContent).toBe('Ruth Adler');
    expect(cardOf('Ruth Adler').getByText(/The brisket was dry.*come back/)).toBeDefined();
    expect(cardOf('Ruth Adler').getByText('Complaint')).toBeDefined();
    expect(cardOf('Ruth Adler').getByText('before any card')).toBeDefined();
  });

  it('shows the kind, the reason with its names and what it costs', async () => {
    await openWeek();
    const joan = cardOf('Joan Price');
    expect(joan.getByText('Spreads the word')).toBeDefined();
    expect(joan.getByText(/Hana and Tom R\./)).toBeDefined();
    expect(joan.getByText('£1.20')).toBeDefined();
  });

  it('moves a yes to what is to be handed over, says so, and goes on to the next person', async () => {
    await openWeek();
    press('Yes, a card: Joan Price');
    await waitFor(() => expect(screen.queryByRole('article', { name: 'Joan Price' })).toBeNull());
    expect(await handOver().findByText('Joan Price')).toBeDefined();
    expect(handOver().getByText('Thank-you card')).toBeDefined();
    expect(screen.getByText(/^Joan Price: Thank-you card\./)).toBeDefined();
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Yes, /);
    expect(screen.getByText(/£1\.20 chosen so far/)).toBeDefined();
  });

  it('skips in one tap, in place, with the way back', async () => {
    await openWeek();
    const before = names();
    press('Skip Mr Okoro');
    await screen.findByText('Not suggested again for four weeks.', { exact: false });
    expect(names()).toEqual(before);
    await waitFor(() => expect(document.activeElement).toBe(key('Undo skipping Mr Okoro')));
    press('Undo skipping Mr Okoro');
    await screen.findByRole('button', { name: 'Skip Mr Okoro' });
    expect(names()).toEqual(before);
  });

  it('plans something else in the owner’s own words, and asks what an offer is', async () => {
    await openWeek();
    press('Something else for Joan Price');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('radio', { name: 'An offer' }));
    fireEvent.input(sheet.getByLabelText('What do you give?'), { target: { value: '' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Use this' }));
    expect(sheet.getByText('Say in a word or two what it is.')).toBeDefined();
    fireEvent.input(sheet.getByLabelText('What do you give?'), { target: { value: 'a pork pie' } });
    fireEvent.input(sheet.getByLabelText('What does it cost you?'), { target: { value: '3.5.0' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Use this' }));
    expect(sheet.getByText(/not an amount in GBP/)).toBeDefined();
    fireEvent.input(sheet.getByLabelText('What does it cost you?'), { target: { value: '3.50' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Use this' }));
    await waitFor(() => expect(handOver().getByText('A pork pie')).toBeDefined());
    expect((await shop.deps.db.gestures.toArray())[0]).toMatchObject({
      kind: 'offer',
      words: 'a pork pie',
      cost: 350,
    });
  });

  it('asks once what an offer is, when one is first suggested, and accepts it with its name', async () => {
    await openWeek();
    expect(screen.getByText(/^An offer is suggested this week/)).toBeDefined();
    const yes = screen.getAllByRole('button', { name: /^Yes, this offer: / })[0];
    const name = yes?.getAttribute('aria-label')?.replace('Yes, this offer: ', '') ?? '';
    if (yes !== undefined) fireEvent.click(yes);
    const sheet = within(await screen.findByRole('dialog', { name: 'What is your offer?' }));
    fireEvent.click(sheet.getByRole('button', { name: 'Use this' }));
    expect(sheet.getByText('Say in a word or two what it is.')).toBeDefined();
    fireEvent.input(sheet.getByLabelText('An offer is'), { target: { value: 'half a ham' } });
    fireEvent.input(sheet.getByLabelText('An offer costs'), { target: { value: '2.50' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Use this' }));
    expect(await handOver().findByText('Half a ham')).toBeDefined();
    expect(handOver().getByText(name)).toBeDefined();
    expect(await shop.deps.db.settings.get('settings')).toMatchObject({
      offers: [{ words: 'half a ham', cost: 250 }],
    });
    await waitFor(() => expect(screen.queryByText(/^An offer is suggested/)).toBeNull());
  });

  it('knows each offer of the shop by its name and its cost', async () => {
    const given = [
      { kind: 'offer' as const, words: 'a pork pie', cost: 350, plannedOn: daysAgo(80) },
    ];
    await openWeek([...weekPeople, { name: 'Mrs Khan', gestures: given }], {
      offers: [{ words: 'half a ham', cost: 250 }],
    });
    press('Something else for Joan Price');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('radio', { name: 'An offer' }));
    expect(await sheet.findByRole('radio', { name: 'half a ham, £2.50' })).toBeDefined();
    fireEvent.click(sheet.getByRole('radio', { name: 'a pork pie, £3.50' }));
    fireEvent.click(sheet.getByRole('button', { name: 'Use this' }));
    expect(await handOver().findByText('A pork pie')).toBeDefined();
  });

  it('chooses the offer in proportion to the person, says why, and keeps what was handed over', async () => {
    const [ham, pie] = [
      { words: 'half a ham', cost: 900 },
      { words: 'a pie', cost: 300 },
    ];
    const silent = { times: 20, until: daysAgo(40) };
    const people = [
      { name: 'Mr Okoro', visits: every(7, { ...silent, amount: 8000 }) },
      { name: 'Mrs Khan', visits: every(7, { ...silent, amount: 2000 }) },
      { name: 'Tom R.', visits: every(7, { ...silent, amount: 240 }) },
      // Without anybody lately the shop would count as closed.
      { name: 'Ada', visits: every(1, { times: 300, until: today }) },
    ];
    await openWeek(people, { offers: [ham, pie], reservedPlace: false });
    expect(cardOf('Mr Okoro').getByText('Half a ham')).toBeDefined();
    expect(cardOf('Mr Okoro').getByText(/Of your two offers, two cost no more/)).toBeDefined();
    expect(cardOf('Mrs Khan').getByText('A pie')).toBeDefined();
    expect(
      cardOf('Mrs Khan').getByText(/Of your two offers, one costs no more than that: this one/),
    ).toBeDefined();
    expect(cardOf('Tom R.').getByText('A card')).toBeDefined();
    expect(cardOf('Tom R.').getByText(/None of your offers costs so little/)).toBeDefined();
    press('Yes, half a ham: Mr Okoro');
    expect(await handOver().findByText('Half a ham')).toBeDefined();
    press('Something else for Mrs Khan');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(await sheet.findByRole('radio', { name: 'half a ham, £9.00' }));
    fireEvent.click(sheet.getByRole('button', { name: 'Use this' }));
    await waitFor(() => expect(handOver().getAllByText('Half a ham')).toHaveLength(2));
    await changeSettings(shop.deps, { offers: [{ words: 'soup', cost: 200 }] });
    expect(await shop.deps.db.gestures.toArray()).toMatchObject([
      { kind: 'offer', ...ham },
      { kind: 'offer', ...ham },
    ]);
    expect(handOver().getAllByText('Half a ham')).toHaveLength(2);
  });

  it('does not say that nobody is known while those just imported are not looked at yet', async () => {
    await openWeek([]);
    expect(screen.getByText(/^No customers yet/)).toBeDefined();
    await moveIn({ ...shop.deps, clock: shop.clock }, weekPeople.map(personWith));
    expect(await screen.findByText('Looking at everyone you know.')).toBeDefined();
    expect(screen.queryByText(/No customers yet|none people/)).toBeNull();
    await recompute();
    expect(await screen.findByText(/^We looked at eight people/)).toBeDefined();
  });

  it('keeps Print in sight in a shop without any yes', async () => {
    await openWeek();
    expect(screen.getByRole('link', { name: 'Print the week' })).toBeDefined();
  });

  it('lets a yes go over the budget: plain words, nothing blocked', async () => {
    await openWeek(weekPeople, { budgetMoney: 500, offers: [{ words: 'a ham', cost: 400 }] });
    press('Something else for Joan Price');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('radio', { name: 'An offer' }));
    fireEvent.input(sheet.getByLabelText('What does it cost you?'), { target: { value: '9' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Use this' }));
    expect(
      await screen.findByText('£9 chosen, £4 more than you set. That is up to you.'),
    ).toBeDefined();
  });

  it('hands over, with the way back for the rest of the day', async () => {
    await openWeek([{ name: 'Mrs Khan', gestures: [{ kind: 'card', plannedOn: daysAgo(8) }] }]);
    press('Handed over: Mrs Khan');
    await screen.findByText('Handed over today.');
    expect((await shop.deps.db.gestures.toArray())[0]?.handedOverOn).toBe(today);
    press('Undo for Mrs Khan: it waits again');
    await screen.findByRole('button', { name: 'Handed over: Mrs Khan' });
  });

  it('takes a yes of this week back: the person is on the list again', async () => {
    await openWeek();
    press('Yes, a card: Joan Price');
    await screen.findByRole('button', { name: 'Undo the yes for Joan Price' });
    press('Undo the yes for Joan Price');
    expect(await screen.findByRole('article', { name: 'Joan Price' })).toBeDefined();
  });

  it('tells what came of the last ones', async () => {
    await openWeek([
      {
        name: 'Mrs Lind',
        visits: on([daysAgo(20), daysAgo(6)]),
        gestures: [thankedOn(daysAgo(14))],
      },
    ]);
    expect(screen.getByText('Came back on 12 June.')).toBeDefined();
  });

  it('says why not the others: the rules as set, and each name with its own', async () => {
    await openWeek(weekPeople, { restWeeks: 6 });
    press('Why not others?');
    const sheet = within(await screen.findByRole('dialog', { name: 'Why not others?' }));
    expect(sheet.getByText(/At least six weeks between two thank-yous/)).toBeDefined();
    expect(sheet.getByText('In town briefly, as you noted.')).toBeDefined();
    expect(sheet.getByText('You asked for no suggestions.')).toBeDefined();
    expect(sheet.getByText('Mrs Ode').closest('a')?.getAttribute('href')).toMatch(/^\/people\//);
  });

  it('lists nobody who was chosen among the others', async () => {
    await openWeek();
    press('Yes, a card: Joan Price');
    await screen.findByRole('button', { name: 'Undo the yes for Joan Price' });
    await recompute();
    press('Why not others?');
    const sheet = within(await screen.findByRole('dialog', { name: 'Why not others?' }));
    expect(sheet.queryByText('Joan Price')).toBeNull();
  });

  it('can be printed before the first yes', async () => {
    await openWeek();
    expect(screen.getByRole('link', { name: 'Print the week' })).toBeDefined();
  });

  it('is content when nobody stands out', async () => {
    await openWeek([{ name: 'Mr Vale', passingThrough: true, visits: on([daysAgo(5)]) }]);
    expect(screen.getByText('Nobody stands out this week. That’s fine.')).toBeDefined();
    expect(screen.getByText('Keep the £30 for next week.')).toBeDefined();
  });

  it('holds still while visits come in, says so, and looks again when asked', async () => {
    await openWeek();
    const before = names();
    const why = whyOf('Mr Okoro');
    await logVisitOf('Mr Okoro');
    await recompute();
    const again = await screen.findByRole('button', { name: 'Look again' });
    expect(screen.getByText('There are new visits.')).toBeDefined();
    expect(names()).toEqual(before);
    press('Skip Joan Price');
    await screen.findByText('Not suggested again for four weeks.', { exact: false });
    expect(names()).toEqual(before);
    expect(whyOf('Mr Okoro')).toBe(why);
    fireEvent.click(again);
    await waitFor(() => expect(whyOf('Mr Okoro')).not.toBe(why));
    expect(screen.queryByRole('button', { name: 'Look again' })).toBeNull();
  });

  it('shows the newest list to whoever comes back to it', async () => {
    await openWeek();
    const why = whyOf('Mr Okoro');
    await logVisitOf('Mr Okoro');
    await recompute();
    await screen.findByRole('button', { name: 'Look again' });
    shop.show(null);
    drawWeek();
    await screen.findByRole('heading', { name: 'To do' });
    expect(whyOf('Mr Okoro')).not.toBe(why);
    expect(screen.queryByRole('button', { name: 'Look again' })).toBeNull();
  });

  it('says whom the lot left out, and gives it anyway', async () => {
    const regulars = Array.from({ length: 24 }, (_, index) => ({
      name: `Regular ${index + 1}`,
      visits: every(7, { times: 20, until: daysAgo(1 + (index % 5)) }),
    }));
    const roomy = { budgetMoney: 10_000, budgetPieces: 12, focus: 'valued' } as const;
    await openWeek(regulars, { ...roomy, holdOut: true });
    const lot = within(screen.getByRole('region', { name: 'Left out at random' }));
    expect(lot.getByText(/To learn whether cards help/)).toBeDefined();
    const [first] = lot.getAllByRole('link');
    const name = first?.textContent ?? '';
    expect(screen.queryByRole('article', { name })).toBeNull();
    fireEvent.click(lot.getByRole('button', { name: `Yes, a card: ${name}` }));
    expect(await handOver().findByText(name)).toBeDefined();
    expect(screen.getByText(/^Favouring your valued customers: \d+ of \d+\.$/)).toBeDefined();
  });

  it('says what an offer should lean on, without the amount in a shop that notes none', async () => {
    const people = [
      { name: 'Mr Okoro', visits: every(7, { times: 50, until: daysAgo(35), amount: 1800 }) },
    ];
    await openWeek(people);
    expect(
      cardOf('Mr Okoro').getByText(
        'Usually about £18 on Thursdays: give something extra rather than a discount.',
      ),
    ).toBeDefined();
    board.close();
    await openWeek(people, { amounts: false });
    expect(
      cardOf('Mr Okoro').getByText(
        'Usually on Thursdays: give something extra rather than a discount.',
      ),
    ).toBeDefined();
  });

  it('says nothing of what people spend in a shop that notes no money', async () => {
    await openWeek(weekPeople, { amounts: false });
    for (const article of screen.getAllByRole('article')) {
      expect(article.querySelector('.suggestion-card_reason')?.textContent).not.toContain('£');
    }
  });
});

async function openWeek(
  people: readonly CustomerSpec[] = weekPeople,
  changes: Partial<SettingsValues> = {},
): Promise<void> {
  shop = await shopWithScreens((deps) => moveIn(deps, people.map(personWith)), changes);
  board = new WeekStore({ deps: shop.deps, roster: shop.roster, schedule: () => () => {} });
  board.setToday(today);
  drawWeek();
  await screen.findByRole('heading', { name: 'To do' });
}

function drawWeek(): void {
  shop.show(
    <WeekStoreContext.Provider value={board}>
      <WeekScreen />
    </WeekStoreContext.Provider>,
  );
}

async function logVisitOf(name: string): Promise<void> {
  const customerId = personWith({ name }).id;
  const visit = draftVisit(shop.deps, { customerId, kind: 'bought', zone: 'Europe/London' });
  const logged = await recordVisit(shop.deps, visit);
  if (!logged.ok) throw new Error(logged.problem.kind);
}

/** What the board does by itself after a quiet while. */
async function recompute(): Promise<void> {
  const before = board.latest();
  board.refresh();
  await waitFor(() => expect(board.latest()).not.toBe(before));
}

function cardOf(name: string) {
  return within(screen.getByRole('article', { name }));
}

function handOver() {
  return within(screen.getByRole('region', { name: 'To do' }));
}

function names(): readonly (string | null)[] {
  const list = within(screen.getByRole('list', { name: 'Suggestions' }));
  return list.getAllByRole('heading').map((heading) => heading.textContent);
}

function whyOf(name: string): string {
  const article = screen.getByRole('article', { name });
  return article.querySelector('.suggestion-card_reason')?.textContent ?? '';
}

function key(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

function press(name: string): void {
  fireEvent.click(key(name));
}
