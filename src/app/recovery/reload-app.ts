// How a screen that cannot go on opens the app anew.

export { openAgain } from '#platform/lifecycle/updates.ts';
