// The addresses of the app. Parsing and formatting undo each other.

import { customerIdFrom, type CustomerId } from '#domain/customers/customer.ts';
import { roundIdFrom, type RoundId } from '#domain/week/round.ts';
import { appFolder } from '#platform/app-folder.ts';

export type Route =
  | { readonly kind: 'counter' }
  | { readonly kind: 'people' }
  | { readonly kind: 'new-person' }
  | { readonly kind: 'doubles' }
  /** Some of the people, `list` says which: shown from A to Z, on paper, or as labels. */
  | { readonly kind: 'people-list'; readonly as: PeopleListForm; readonly list: string }
  | { readonly kind: 'learn-names' }
  | { readonly kind: 'person'; readonly id: CustomerId }
  | { readonly kind: 'edit-person'; readonly id: CustomerId }
  /** A message to many, and to somebody. */
  | { readonly kind: 'messages' }
  | { readonly kind: 'message-person'; readonly id: CustomerId }
  /** Whom nobody has seen for years, and what may be kept of anybody. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'keep' }
  /** What is held about somebody. */
  | { readonly kind: 'held'; readonly id: CustomerId }
  | { readonly kind: 'week' }
  | { readonly kind: 'print' }
  | { readonly kind: 'rounds' }
  | { readonly kind: 'round'; readonly id: RoundId }
  | { readonly kind: 'round-print'; readonly id: RoundId }
  | { readonly kind: 'dates' }
  | { readonly kind: 'insights' }
  /** The people behind a number of that page. */
  | { readonly kind: 'insights-people'; readonly group: string }
  | { readonly kind: 'shop' }
  | { readonly kind: 'perks' }
  | { readonly kind: 'poster' }
  | { readonly kind: 'wall' }
  | { readonly kind: 'printing' }
  | { readonly kind: 'test-sheet' }
  | { readonly kind: 'import' }
  | { readonly kind: 'backup' }
  | { readonly kind: 'export' }
  | { readonly kind: 'protection' }
  | { readonly kind: 'tablets' }
  | { readonly kind: 'help' }
  /** One question of it, open. */
  | { readonly kind: 'help-question'; readonly name: string }
  | { readonly kind: 'not-found' };

const peopleListForms = ['list', 'print', 'labels'] as const;

export type PeopleListForm = (typeof peopleListForms)[number];

/** The route of a path on the host, from its root. */
export function parseRoute(path: string): Route {
  if (!path.startsWith(appFolder)) return { kind: 'not-found' };
  return parseOwnPath(path.slice(appFolder.length - 1));
}

function parseOwnPath(path: string): Route {
  const bare = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const [kind, plain] of plainRoutes) {
    if (bare === plain || bare === '' || bare === '/index.html') return { kind };
  }
  return routeWithParams(bare) ?? { kind: 'not-found' };
}

function routeWithParams(path: string): Route | null {
  const [, group] = /^\/doing\/([\w-]+)$/.exec(path) ?? [];
  if (group !== undefined) return { kind: 'insights-people', group };
  const [, name] = /^\/shop\/help\/([a-z]+)$/.exec(path) ?? [];
  if (name !== undefined) return { kind: 'help-question', name };
  const [, round, paper] = /^\/week\/rounds\/([\w-]+)(\/print)?$/.exec(path) ?? [];
  if (round !== undefined)
    return { kind: paper === undefined ? 'round' : 'round-print', id: roundIdFrom(round) };
  return personRoute(path);
}

function personRoute(path: string): Route | null {
  const [, as, list] = /^\/people\/(\w+)\/([\w-]+)$/.exec(path) ?? [];
  const form = peopleListForms.find((each) => each === as);
  if (form !== undefined && list !== undefined) return { kind: 'people-list', as: form, list };
  const [, id, below] = /^\/people\/([\w-]+)(\/edit|\/held|\/write)?$/.exec(path) ?? [];
  if (id === undefined) return null;
  return { kind: personKinds.get(below) ?? 'person', id: customerIdFrom(id) };
}

const personKinds: ReadonlyMap<string | undefined, 'edit-person' | 'held' | 'message-person'> =
  new Map([
    ['/edit', 'edit-person'],
    ['/held', 'held'],
    ['/write', 'message-person'],
  ]);

export function formatRoute(route: Route): string {
  return appFolder.slice(0, -1) + formatOwnPath(route);
}

/** The path below the app's folder. */
function formatOwnPath(route: Route): string {
  if (route.kind === 'person') return `/people/${route.id}`;
  if (route.kind === 'edit-person') return `/people/${route.id}/edit`;
  if (route.kind === 'held') return `/people/${route.id}/held`;
  if (route.kind === 'round') return `/week/rounds/${route.id}`;
  if (route.kind === 'round-print') return `/week/rounds/${route.id}/print`;
  if (route.kind === 'message-person') return `/people/${route.id}/write`;
  if (route.kind === 'people-list') return `/people/${route.as}/${route.list}`;
  if (route.kind === 'insights-people') return `/doing/${route.group}`;
  if (route.kind === 'help-question') return `/shop/help/${route.name}`;
  return plainRoutes.find(([kind]) => kind === route.kind)?.[1] ?? '/not-found';
}

export type RailSection = (typeof railSections)[number];

/** The section of the rail that a screen belongs to, by the first part of its address; or null. */
export function sectionOf(route: Route): RailSection | null {
  const { kind } = parseOwnPath(`/${firstPart(formatOwnPath(route))}`);
  return railSections.find((section) => section === kind) ?? null;
}

function firstPart(path: string): string {
  return path.split('/')[1] ?? '';
}

const railSections = ['counter', 'people', 'week', 'insights', 'shop'] as const;

const plainRoutes = [
  ['counter', '/'],
  ['people', '/people'],
  ['new-person', '/people/new'],
  ['doubles', '/people/twice'],
  ['messages', '/people/write'],
  ['unseen', '/people/unseen'],
  ['learn-names', '/people/learn'],
  ['week', '/week'],
  ['print', '/week/print'],
  ['rounds', '/week/rounds'],
  ['dates', '/week/dates'],
  ['insights', '/doing'],
  ['shop', '/shop'],
  ['perks', '/shop/perks'],
  ['poster', '/shop/perks/poster'],
  ['wall', '/shop/printing/wall'],
  ['printing', '/shop/printing'],
  ['test-sheet', '/shop/printing/test-sheet'],
  ['import', '/shop/bring-in'],
  ['backup', '/shop/copy'],
  ['export', '/shop/take-with-you'],
  ['protection', '/shop/protection'],
  ['keep', '/shop/what-we-keep'],
  ['tablets', '/shop/tablets'],
  ['help', '/shop/help'],
] as const;

/** What addresses below the app's folder begin with. Hosts and the start script know them too. */
export const addressSections: readonly string[] = [
  ...new Set(plainRoutes.map(([, path]) => firstPart(path)).filter((part) => part !== '')),
];
