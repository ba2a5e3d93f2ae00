// The addresses of the app's places. Pure: parsing and formatting undo each other.

import { customerIdFrom, type CustomerId } from '#domain/customers/customer.ts';

export type Route =
  | { readonly kind: 'counter' }
  | { readonly kind: 'people' }
  | { readonly kind: 'new-person' }
  | { readonly kind: 'person'; readonly id: CustomerId }
  | { readonly kind: 'edit-person'; readonly id: CustomerId }
  | { readonly kind: 'week' }
  | { readonly kind: 'print' }
  | { readonly kind: 'doing' }
  /** The people behind a number of that page. */
  | { readonly kind: 'doing-people'; readonly group: string }
  | { readonly kind: 'shop' }
  | { readonly kind: 'bring-in' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'protection' }
  | { readonly kind: 'not-found' };

/** The place that an address path names; `not-found` for any other. */
export function parseRoute(path: string): Route {
  const bare = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const [kind, plain] of plainRoutes) {
    if (bare === plain || bare === '' || bare === '/index.html') return { kind };
  }
  const [, group] = /^\/doing\/([\w-]+)$/.exec(bare) ?? [];
  if (group !== undefined) return { kind: 'doing-people', group };
  const [, id, edit] = /^\/people\/([\w-]+)(\/edit)?$/.exec(bare) ?? [];
  if (id === undefined) return { kind: 'not-found' };
  return { kind: edit === undefined ? 'person' : 'edit-person', id: customerIdFrom(id) };
}

/** The address path of a place. */
export function formatRoute(route: Route): string {
  if (route.kind === 'person') return `/people/${route.id}`;
  if (route.kind === 'edit-person') return `/people/${route.id}/edit`;
  if (route.kind === 'doing-people') return `/doing/${route.group}`;
  return plainRoutes.find(([kind]) => kind === route.kind)?.[1] ?? '/not-found';
}

/** The places that the rail leads to. */
export type RailPlaceKind = 'counter' | 'people' | 'week' | 'doing' | 'shop';

/** The place of the rail that a screen belongs to; null for none. */
export function placeOf({ kind }: Route): RailPlaceKind | null {
  return places[kind];
}

const places: Readonly<Record<Route['kind'], RailPlaceKind | null>> = {
  counter: 'counter',
  people: 'people',
  'new-person': 'people',
  person: 'people',
  'edit-person': 'people',
  week: 'week',
  print: 'week',
  doing: 'doing',
  'doing-people': 'doing',
  shop: 'shop',
  'bring-in': 'shop',
  copy: 'shop',
  protection: 'shop',
  'not-found': null,
};

const plainRoutes = [
  ['counter', '/'],
  ['people', '/people'],
  ['new-person', '/people/new'],
  ['week', '/week'],
  ['print', '/week/print'],
  ['doing', '/doing'],
  ['shop', '/shop'],
  ['bring-in', '/shop/bring-in'],
  ['copy', '/shop/copy'],
  ['protection', '/shop/protection'],
] as const;
