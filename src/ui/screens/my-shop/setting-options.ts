import type { Settings } from '#domain/shop/settings.ts';
import type { ChoiceOption } from '#ui/parts/controls/choice.tsx';
import { m } from '#ui/messages.ts';

export type WordSetting = 'focus' | 'theme' | 'paper';

const words: { readonly [Name in WordSetting]: readonly [Settings[Name], () => string][] } = {
  focus: [
    ['valued', m.my_shop_focus_valued],
    ['volume', m.my_shop_focus_volume],
    ['both', m.my_shop_focus_both],
  ],
  theme: [
    ['system', m.my_shop_theme_system],
    ['light', m.my_shop_theme_light],
    ['dark', m.my_shop_theme_dark],
  ],
  paper: [
    ['a4', m.my_shop_paper_a4],
    ['letter', m.my_shop_paper_letter],
  ],
};

export function settingOptions<Name extends WordSetting>(
  name: Name,
): readonly ChoiceOption<Settings[Name]>[] {
  return words[name].map(([value, word]) => ({ value, word: word() }));
}

export function settingWord(settings: Settings, name: WordSetting): string {
  const chosen: string = settings[name];
  return settingOptions(name).find(({ value }) => value === chosen)?.word ?? chosen;
}
