import { handedInvitation } from '#app/pairing/handed-invitation.ts';
import { isInvitationHash } from '#domain/tablets/invitation.ts';
import { Observable } from '#lib/observable.ts';
import { pushAddress } from '#ui/parts/layout/close-on-back.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';
import { formatRoute, parseRoute, type Route } from '#ui/routes.ts';

const path = new Observable('/');

export function useRoute(): Route {
  return parseRoute(useObservable(path, () => path.value));
}

export function navigate(to: Route): void {
  const next = formatRoute(to);
  if (next === path.value) return;
  pushAddress(next, () => {
    path.value = next;
  });
}

/** Follows the window's address, history and links until the returned function is called. */
export function followLinks(): () => void {
  restoreAddress();
  syncPath();
  addEventListener('popstate', syncPath);
  document.addEventListener('click', follow);
  return () => {
    removeEventListener('popstate', syncPath);
    document.removeEventListener('click', follow);
  };
}

// The page that stands at addresses deeper than the app's folder starts the app in that folder and
// hands on the address it was opened at (`scripts/hosting/start-script.js`).
function restoreAddress(): void {
  const [, opened] = /^#!(\/.*)$/.exec(location.hash) ?? [];
  if (opened === undefined) return;
  const { origin, pathname } = new URL(opened, location.origin);
  const folder = formatRoute({ kind: 'counter' });
  const isOurs = origin === location.origin && pathname.startsWith(folder);
  history.replaceState(null, '', isOurs ? pathname : folder);
}

function syncPath(): void {
  takeInvitation();
  path.value = location.pathname;
}

// Out of the address, so that neither the screen nor the way back has the words.
function takeInvitation(): void {
  const { hash, pathname } = location;
  if (!isInvitationHash(hash)) return;
  history.replaceState(history.state, '', pathname);
  handedInvitation.value = hash;
}

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || !isOurs(link)) return;
  event.preventDefault();
  navigate(parseRoute(new URL(link.href).pathname));
}

function isOurs(link: HTMLAnchorElement): boolean {
  if (link.target !== '' && link.target !== '_self') return false;
  if (link.hasAttribute('download')) return false;
  const url = new URL(link.href);
  // A link within the page is the browser's own.
  const isWithinPage = url.hash !== '' && url.pathname === location.pathname;
  return url.origin === location.origin && !isWithinPage;
}
