import type { JSX } from 'preact';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { m } from '#ui/messages.ts';
import type { SettingProps } from './setting-props.ts';
import { focusWord, paperWord, themeWord } from './setting-text.ts';

/** Whom the weekly budget leans to. */
export function FocusSheet({ settings, change }: SettingProps): JSX.Element {
  return (
    <Choice
      legend={m.my_shop_focus()}
      labelling="hidden"
      hint={m.my_shop_focus_hint()}
      options={(['valued', 'volume', 'both'] as const).map((value) => ({
        value,
        word: focusWord(value),
      }))}
      value={settings.focus}
      onChange={(focus) => change({ focus })}
    />
  );
}

/** Light, dark, or as the tablet is. */
export function ThemeSheet({ settings, change }: SettingProps): JSX.Element {
  return (
    <Choice
      legend={m.my_shop_theme()}
      labelling="hidden"
      options={(['system', 'light', 'dark'] as const).map((value) => ({
        value,
        word: themeWord(value),
      }))}
      value={settings.theme}
      onChange={(theme) => change({ theme })}
    />
  );
}

/** The paper that lies in the printer. */
export function PaperSizeSheet({ settings, change }: SettingProps): JSX.Element {
  return (
    <Choice
      legend={m.my_shop_paper()}
      labelling="hidden"
      options={(['a4', 'letter'] as const).map((value) => ({ value, word: paperWord(value) }))}
      value={settings.paper}
      onChange={(paper) => change({ paper })}
    />
  );
}
