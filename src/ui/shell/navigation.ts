import { useLayoutEffect, useState } from 'preact/hooks';
import { formatRoute, parseRoute, type Route } from '#ui/routes.ts';

const listeners = new Set<() => void>();
let path = '/';

/** The place that is shown, followed as it changes. */
export function useRoute(): Route {
  const [currentPath, setCurrentPath] = useState(path);
  useLayoutEffect(() => {
    function syncPath(): void {
      setCurrentPath(path);
    }
    syncPath();
    listeners.add(syncPath);
    return () => void listeners.delete(syncPath);
  }, []);
  return parseRoute(currentPath);
}

/** Goes to a place; it is the next step back in the browser's history unless it is here already. */
export function navigate(to: Route): void {
  const next = formatRoute(to);
  if (next === path) return;
  history.pushState(null, '', next);
  show(next);
}

/**
 * Begins at the window's address and follows its history and every link to a place of the app,
 * until the returned function is called.
 */
export function followLinks(): () => void {
  syncPath();
  addEventListener('popstate', syncPath);
  document.addEventListener('click', follow);
  return () => {
    removeEventListener('popstate', syncPath);
    document.removeEventListener('click', follow);
  };
}

function syncPath(): void {
  show(location.pathname);
}

function show(next: string): void {
  path = next;
  for (const listener of listeners) listener();
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
