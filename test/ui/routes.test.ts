import { describe, expect, it } from 'vitest';
import { customerIdFrom } from '#domain/customers/customer.ts';
import { roundIdFrom } from '#domain/week/round.ts';
import { formatRoute, parseRoute, type Route } from '#ui/routes.ts';

const id = customerIdFrom('01900000-0000-7000-8000-000000000001');
const places: readonly Route[] = [
  { kind: 'counter' },
  { kind: 'people' },
  { kind: 'new-person' },
  { kind: 'person', id },
  { kind: 'edit-person', id },
  { kind: 'held', id },
  { kind: 'messages' },
  { kind: 'unseen' },
  { kind: 'keep' },
  { kind: 'message-person', id },
  { kind: 'people-list', as: 'list', list: 'all' },
  { kind: 'people-list', as: 'print', list: 'regular_away-30_never_post_6' },
  { kind: 'people-list', as: 'labels', list: 'doing-regular-28' },
  { kind: 'week' },
  { kind: 'print' },
  { kind: 'rounds' },
  { kind: 'round', id: roundIdFrom('01900000-0000-7000-8000-000000000002') },
  { kind: 'round-print', id: roundIdFrom('01900000-0000-7000-8000-000000000002') },
  { kind: 'dates' },
  { kind: 'insights' },
  { kind: 'insights-people', group: 'regular-28' },
  { kind: 'shop' },
  { kind: 'poster' },
  { kind: 'wall' },
  { kind: 'printing' },
  { kind: 'test-sheet' },
  { kind: 'import' },
  { kind: 'backup' },
  { kind: 'protection' },
];

describe('the addresses of the app', () => {
  it.each(places)('lead back to where they came from: $kind', (place) => {
    expect(parseRoute(formatRoute(place))).toEqual(place);
  });

  it('all differ', () => {
    expect(new Set(places.map(formatRoute)).size).toBe(places.length);
  });

  it.each([
    '/somewhere',
    '/people/a b',
    '/week/print/more',
    '/people/x/edit/y',
    '/doing/a/b',
    '/people/list/a/b',
  ])('say so when there is nothing at %s', (path) => {
    expect(parseRoute(path)).toEqual({ kind: 'not-found' });
  });

  it('open the Counter from the installed app and forgive a slash at the end', () => {
    expect(parseRoute('/index.html')).toEqual({ kind: 'counter' });
    expect(parseRoute('/shop/')).toEqual({ kind: 'shop' });
  });
});
