import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Route } from '#ui/routes.ts';

/**
 * Goes to a place of the app. Links need no help: the shell follows every <a href> of the app by
 * itself.
 */
export type Navigate = (route: Route) => void;

export const NavigateContext = createContext<Navigate>(() => {});

/** For going somewhere after a deed, such as to the page of a person just added. */
export function useNavigate(): Navigate {
  return useContext(NavigateContext);
}
