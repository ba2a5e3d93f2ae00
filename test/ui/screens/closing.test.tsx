import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { WhoWasHere } from '#ui/screens/closing/who-was-here.tsx';
import { ClosingStrip } from '#ui/screens/closing/closing-strip.tsx';
import { closingView } from '#app/counter/closing-view.ts';
import { disposeCounterStore, getCounterStore } from '#app/counter/counter-store.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { defaultOpening } from '#domain/shop/settings.ts';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import { day, daysAgo, every, on, personWith, today } from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;

afterEach(() => {
  cleanup();
  disposeCounterStore(shop.deps);
  shop.roster.close();
});

describe('who was here?', () => {
  it('logs many people of today with one tap each, nobody twice, each with Undo', async () => {
    await open();
    for (const name of ['Mrs Khan', 'Tom R.', 'Joan Price']) {
      const key = await screen.findByRole('button', { name: new RegExp(`^${name}`) });
      fireEvent.click(key);
      fireEvent.click(key);
    }
    await waitFor(() => expect(screen.getAllByText('Noted')).toHaveLength(3));
    fireEvent.click(screen.getByRole('button', { name: /^Tom R\./ }));
    expect(await liveVisits(today)).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Undo the visit of Tom R.' }));
    await waitFor(() => expect(screen.getAllByText('Noted')).toHaveLength(2));
    expect(await liveVisits(today)).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: /^Tom R\./ }));
    await waitFor(() => expect(screen.getAllByText('Noted')).toHaveLength(3));
  });

  it('logs those of yesterday too, without a time, and says who was logged then', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Yesterday' }));
    await screen.findByText('Here at 09:30');
    fireEvent.click(screen.getByRole('button', { name: /^Tom R\./ }));
    await screen.findByText('Noted');
    expect((await liveVisits(daysAgo(1))).map(({ minute }) => minute)).toEqual([570, null]);
    expect(await liveVisits(today)).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Undo the visit of Mrs Khan' })).toBeNull();
  });

  it('keeps its lines where they are while people are logged', async () => {
    await open();
    await screen.findByRole('button', { name: /^Mrs Khan/ });
    const before = names();
    fireEvent.click(screen.getByRole('button', { name: /^Joan Price/ }));
    await screen.findByText('Noted');
    expect(names()).toEqual(before);
  });
});

describe('the day in three sentences', () => {
  it('stands at the Counter after closing only, ten minutes after the last visit, if wanted', async () => {
    await open();
    const settings = await loadSettings(shop.deps);
    const hours = { ...settings, openings: [defaultOpening(day('2020-01-01'))] };
    const store = getCounterStore(shop.deps, shop.roster, settings);
    for (const id of ['Mrs Khan', 'Tom R.', 'Joan Price']) store.tap(personWith({ name: id }).id);
    await store.outbox.retry();
    const evening = { day: today, minute: 1200 };
    expect(closingView(store, hours, evening)).toBeNull();
    shop.clock.advance(11 * 60_000);
    expect(closingView(store, hours, evening)).toMatchObject({ cameIn: 3, unnamed: 0 });
    expect(closingView(store, hours, { day: today, minute: 700 })).toBeNull();
    expect(closingView(store, { ...hours, closingNote: false }, evening)).toBeNull();
    expect(closingView(store, { ...hours, openings: [] }, evening)).toBeNull();
  });

  it('tells who came, who brought whom and who was given something, and no more', async () => {
    await open();
    const note = {
      cameIn: 31,
      unnamed: 12,
      firstTime: 4,
      brought: [{ sender: 'Joan', person: 'Hana' }],
      givenTo: ['Mrs Khan'],
    };
    const asked: string[] = [];
    shop.show(<ClosingStrip note={note} onForgotten={() => asked.push('forgotten')} />);
    const strip = await screen.findByRole('region', { name: 'After closing' });
    expect([...strip.querySelectorAll('p')].map((each) => each.textContent)).toEqual([
      '31 came in, 4 for the first time, 12 without a name.',
      'Joan brought Hana.',
      'Handed over to Mrs Khan.',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Somebody forgotten?' }));
    expect(asked).toEqual(['forgotten']);
    expect(screen.getByRole('link', { name: 'Save a backup' }).getAttribute('href')).toBe(
      '/shop/copy',
    );
  });
});

async function open(): Promise<void> {
  shop = await shopWithScreens((deps) =>
    moveIn(
      deps,
      [
        { name: 'Mrs Khan', visits: [{ day: daysAgo(1), minute: 570 }] },
        { name: 'Tom R.', visits: every(7, { times: 5, until: daysAgo(3) }) },
        { name: 'Joan Price', visits: on([daysAgo(9)]) },
      ].map(personWith),
    ),
  );
  shop.show(<WhoWasHere onClose={() => {}} />);
  await screen.findByRole('button', { name: /^Mrs Khan/ });
}

async function liveVisits(on: string) {
  const visits = await shop.deps.db.visits.where('day').equals(on).toArray();
  return visits.filter(({ voided }) => !voided).toSorted((a, b) => a.createdAt - b.createdAt);
}

function names(): readonly (string | null)[] {
  return [...document.querySelectorAll('.who-was-here_person bdi')].map((each) => each.textContent);
}
