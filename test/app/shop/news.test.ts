import { describe, expect, it } from 'vitest';
import { markNewsRead, unreadNews } from '#app/shop/news.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { day } from '../../support/shops/shop-with.ts';

const news = [
  { day: day('2026-06-10'), text: 'a third thing' },
  { day: day('2026-05-20'), text: 'another thing' },
  { day: day('2026-05-03'), text: 'a thing' },
];
const shop = { begunOn: day('2026-05-03'), today: day('2026-06-18') };

describe('what an update brought', () => {
  it('is what came after the shop began, until it was read', () => {
    const store = memoryLocalStore();
    expect(unreadNews(news, shop, store)).toEqual({ since: shop.begunOn, lines: news.slice(0, 2) });
    markNewsRead(news, store);
    expect(unreadNews(news, shop, store).lines).toEqual([]);
    const later = { day: day('2026-06-15'), text: 'a fourth thing' };
    expect(unreadNews([later, ...news], shop, store)).toEqual({
      since: day('2026-06-10'),
      lines: [later],
    });
  });

  it('is nothing for a shop that began with it', () => {
    const store = memoryLocalStore();
    expect(unreadNews(news, { ...shop, begunOn: day('2026-06-12') }, store).lines).toEqual([]);
  });

  it('is nothing that a clock set back has not come to yet', () => {
    const store = memoryLocalStore();
    expect(unreadNews(news, { ...shop, today: day('2026-05-20') }, store).lines).toEqual([news[1]]);
  });
});
