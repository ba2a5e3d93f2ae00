// For screens that cannot go on: they may not import platform.

export { reloadApp } from '#platform/lifecycle/updates.ts';
