import type { Focus, Paper, Theme } from '#domain/shop/settings.ts';
import { m } from '#ui/messages.ts';

/** A focus in the owner's words. */
export function focusWord(focus: Focus): string {
  switch (focus) {
    case 'valued':
      return m.my_shop_focus_valued();
    case 'volume':
      return m.my_shop_focus_volume();
    case 'both':
      return m.my_shop_focus_both();
  }
}

/** A theme in the owner's words. */
export function themeWord(theme: Theme): string {
  switch (theme) {
    case 'system':
      return m.my_shop_theme_system();
    case 'light':
      return m.my_shop_theme_light();
    case 'dark':
      return m.my_shop_theme_dark();
  }
}

/** A size of paper by its name. */
export function paperWord(paper: Paper): string {
  switch (paper) {
    case 'a4':
      return m.my_shop_paper_a4();
    case 'letter':
      return m.my_shop_paper_letter();
  }
}
