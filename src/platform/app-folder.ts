// Where on its host the app lies: at the root, or in a folder such as `/regulars/`. Two of them on
// one origin share the browser's storage and must not see each other's data.

/**
 * The folder of the app, with a slash at both ends. Built files know it by their own address, in
 * the page as in a worker; sources are served from the root.
 */
export const appFolder: string =
  /^(.*\/)assets\/[\w.-]+$/.exec(new URL(import.meta.url).pathname)?.[1] ?? '/';

/**
 * `name` as this app's own among all of its origin, without a slash, for files are named so too. At
 * the root it stays as it is.
 */
export function ownName(name: string, folder: string = appFolder): string {
  // No folder's address holds a space.
  return folder === '/' ? name : `at${folder.replaceAll('/', ' ')}${name}`;
}
