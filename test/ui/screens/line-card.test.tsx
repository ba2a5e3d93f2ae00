import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, screen } from '@testing-library/preact';
import type { LineStatus, UnreadParcels } from '#app/tablets/tablets-view.ts';
import { LineCard } from '#ui/screens/tablets/line-card.tsx';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';

let shop: ShopWithScreens;

beforeEach(async () => {
  shop = await shopWithScreens(() => Promise.resolve());
});
afterEach(() => {
  cleanup();
  shop.roster.close();
});

const calm: LineStatus = {
  id: 'line',
  problem: null,
  waiting: 0,
  coming: 0,
  reachedAt: 0,
  clocks: null,
  heldUntil: null,
};

async function said(line: Partial<LineStatus>, ...aside: readonly UnreadParcels[]) {
  shop.show(<LineCard line={{ ...calm, ...line }} aside={aside} refused={0} count={2} />);
  const title = await screen.findByRole('heading');
  return { title: title.textContent, text: screen.getByRole('status').textContent };
}

describe('what is said of the line', () => {
  it('is that all know everything only where all could be read', async () => {
    expect((await said({})).title).toBe('All tablets can know everything');
    const ahead = await said({}, { from: 'Stall', why: 'ahead' });
    expect(ahead.title).toBe('Something that came cannot be read yet');
    expect(ahead.text).toMatch(/^The clock of Stall is ahead, or was/);
    const newer = await said({}, { from: 'Office', why: 'newer' });
    expect(newer.text).toMatch(/^Office has a newer app\./);
    const broken = await said({}, { from: null, why: 'damaged' });
    expect(broken.text).toMatch(/^Something from another tablet is broken or empty/);
  });

  it('names both hours where the clocks of tablet and server differ', async () => {
    const here = Date.UTC(2026, 5, 19, 9, 42);
    const { title, text } = await said({ clocks: { here, there: here - 86_400_000 } });
    expect(title).toBe('This tablet’s clock and the server’s differ');
    expect(text).toMatch(/^Here it is 10:42, .*19 June; on the server 10:42, .*18 June\./);
  });

  it('is until when the others wait, once a clock that was ahead is right', async () => {
    const { title, text } = await said({ heldUntil: Date.UTC(2026, 5, 19, 9, 37) });
    expect(title).toBe('This tablet’s clock was ahead');
    expect(text).toMatch(/reaches the other tablets from 10:37, .*19 June, on\./);
  });
});
