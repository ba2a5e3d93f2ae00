// How a screen that cannot go on opens the app anew.

export { reloadApp as openAgain } from '#platform/lifecycle/updates.ts';
