import type { ComponentType, JSX } from 'preact';
import { useChangeSettings } from './use-change-settings.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { FocusSheet, PaperSizeSheet, ThemeSheet } from './choice-sheets.tsx';
import { ClosuresSheet } from './closures-sheet.tsx';
import { OpeningSheet } from './opening-sheet.tsx';
import { PrivacySheet } from './privacy-sheet.tsx';
import type { SettingProps, SheetName } from './setting-props.ts';
import { ShopSheet } from './shop-sheet.tsx';
import { BudgetSheet, CostsSheet, PausesSheet } from './week-sheets.tsx';
import './setting-sheet.css';

export interface SettingSheetProps {
  readonly name: SheetName;
  readonly onClose: () => void;
}

/** One small sheet of settings. What is changed in it is saved at once, and it says so. */
export function SettingSheet({ name, onClose }: SettingSheetProps): JSX.Element {
  const settings = useSettings();
  const { change, saved } = useChangeSettings();
  const { title, Inside } = sheets[name];
  return (
    <Sheet
      title={title()}
      closeWord={m.my_shop_close()}
      onClose={onClose}
      foot={
        <>
          <p class="setting-sheet_saved" aria-live="polite">
            {saved === 0 ? null : m.my_shop_saved()}
          </p>
          <Button kind="primary" onPress={onClose}>
            {m.my_shop_done()}
          </Button>
        </>
      }
    >
      <Inside settings={settings} change={change} />
    </Sheet>
  );
}

interface SheetEntry {
  readonly title: () => string;
  readonly Inside: ComponentType<SettingProps>;
}

const sheets: Readonly<Record<SheetName, SheetEntry>> = {
  shop: { title: m.my_shop_name, Inside: ShopSheet },
  opening: { title: m.my_shop_opening, Inside: OpeningSheet },
  closures: { title: m.my_shop_closures, Inside: ClosuresSheet },
  budget: { title: m.my_shop_budget, Inside: BudgetSheet },
  costs: { title: m.my_shop_costs, Inside: CostsSheet },
  pauses: { title: m.my_shop_pauses, Inside: PausesSheet },
  focus: { title: m.my_shop_focus, Inside: FocusSheet },
  privacy: { title: m.privacy_title, Inside: PrivacySheet },
  theme: { title: m.my_shop_theme, Inside: ThemeSheet },
  paper: { title: m.my_shop_paper, Inside: PaperSizeSheet },
};
