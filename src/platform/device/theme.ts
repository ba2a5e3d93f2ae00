// Light, dark, or as the tablet is. Stored also outside of the shop's settings, so that the first
// frame is right.

import { ownName } from '#platform/app-folder.ts';

const key = ownName('regulars.theme');

/** Shows the theme from now on and at the next start. */
export function applyTheme(theme: 'system' | 'light' | 'dark'): void {
  if (theme === 'system') localStorage.removeItem(key);
  else localStorage.setItem(key, theme);
  setThemeAttribute(theme);
}

/** Shows what was chosen last, before anything is drawn. */
export function applyStoredTheme(): void {
  setThemeAttribute(localStorage.getItem(key) ?? 'system');
}

function setThemeAttribute(theme: string): void {
  const root = document.documentElement;
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
}
