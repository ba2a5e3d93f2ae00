import type { JSX } from 'preact';
import { maxOfSetting } from '#domain/shop/max-of-setting.ts';
import { currencyCalled } from '#domain/shop/money.ts';
import { useSettingContext, type SettingContext } from './use-setting-context.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack, SelectField } from '#ui/parts/controls/field.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { currencyOptions, zoneOptions } from '#ui/screens/first-run/locale-options.ts';
import { shopTypeOptions } from '#ui/screens/first-run/shop-type-options.tsx';
import { OffersList } from '#ui/screens/offers/offers-list.tsx';
import { AboutSheet } from './about-sheet.tsx';
import { ClosuresSheet } from './closures-sheet.tsx';
import { ContactSheet } from './contact-sheet.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { MessagesSheet } from './messages-sheet.tsx';
import { OpeningSheet } from './opening-sheet.tsx';
import { PrivacySheet } from './privacy-sheet.tsx';
import { StartOverSheet } from './start-over-sheet.tsx';
import { ChoiceSetting, MoneySetting, NumberSetting, TextSetting } from './setting-fields.tsx';
import { settingOptions, type WordSetting } from './setting-options.ts';
import './setting-sheet.css';

export interface SettingSheetProps {
  readonly name: SheetName;
  readonly onClose: () => void;
}

/** One small sheet of settings. What is changed in it is saved at once, and it says so. */
export function SettingSheet({ name, onClose }: SettingSheetProps): JSX.Element {
  const context = useSettingContext();
  const { title, Inside } = sheets[name];
  return (
    <Sheet
      title={title()}
      closeWord={m.my_shop_close()}
      onClose={onClose}
      foot={
        <>
          <p class="setting-sheet_saved" aria-live="polite">
            {context.saved === 0 ? null : m.my_shop_saved()}
          </p>
          <Button
            kind={hasOwnKey.includes(name) ? 'plain' : 'primary'}
            onPress={() => {
              if (!submitHalfTyped()) onClose();
            }}
          >
            {m.my_shop_done()}
          </Button>
        </>
      }
    >
      <Inside context={context} />
    </Sheet>
  );
}

// Done keeps what was typed, or says what is wrong with it; only the cross leaves it.
function submitHalfTyped(): boolean {
  const form = document.querySelector<HTMLFormElement>('dialog form[data-half-typed]');
  form?.requestSubmit();
  return form !== null;
}

interface SheetProps {
  readonly context: SettingContext;
}

interface SheetContent {
  readonly title: () => string;
  readonly Inside: (props: SheetProps) => JSX.Element;
}

export type SheetName = keyof typeof sheets;

/** Sheets with a key of their own to press first: Done is no second one. */
const hasOwnKey: readonly string[] = ['privacy', 'start-over'];

const sheets = {
  about: { title: m.about_title, Inside: AboutSheet },
  shop: { title: m.my_shop_name, Inside: ShopFields },
  contact: { title: m.my_shop_contact, Inside: ContactSheet },
  messages: { title: m.my_shop_messages, Inside: MessagesSheet },
  opening: { title: m.my_shop_opening, Inside: OpeningSheet },
  closures: { title: m.my_shop_closures, Inside: ClosuresSheet },
  budget: {
    title: m.my_shop_budget,
    Inside: ({ context }: SheetProps) => (
      <FieldStack>
        <MoneySetting
          name="budgetMoney"
          context={context}
          label={m.my_shop_budget_money()}
          hint={m.my_shop_budget_money_hint()}
        />
        <NumberSetting
          name="budgetPieces"
          context={context}
          label={m.my_shop_budget_pieces()}
          hint={m.my_shop_budget_pieces_hint({ max: maxOfSetting.budgetPieces })}
          wrong={m.my_shop_pieces_wrong}
        />
      </FieldStack>
    ),
  },
  costs: {
    title: m.my_shop_costs,
    Inside: ({ context }: SheetProps) => (
      <div class="setting-sheet_stack">
        <MoneySetting name="cardCost" context={context} label={m.my_shop_card_cost()} />
        <OffersList
          offers={context.settings.offers}
          currency={context.settings.currency}
          onChange={(offers) => context.change({ offers })}
        />
      </div>
    ),
  },
  pauses: {
    title: m.my_shop_pauses,
    Inside: ({ context }: SheetProps) => (
      <FieldStack>
        <NumberSetting
          name="restWeeks"
          context={context}
          label={m.my_shop_rest_weeks()}
          hint={m.my_shop_rest_weeks_hint()}
          wrong={m.my_shop_weeks_wrong}
        />
        <NumberSetting
          name="skipWeeks"
          context={context}
          label={m.my_shop_skip_weeks()}
          hint={m.my_shop_skip_weeks_hint()}
          wrong={m.my_shop_weeks_wrong}
        />
      </FieldStack>
    ),
  },
  focus: wordSheet('focus', m.my_shop_focus, m.my_shop_focus_hint),
  privacy: { title: m.privacy_title, Inside: PrivacySheet },
  language: { title: m.my_shop_language_region, Inside: LanguageChoice },
  'start-over': { title: m.my_shop_start_over, Inside: StartOverSheet },
  theme: wordSheet('theme', m.my_shop_theme),
  paper: wordSheet('paper', m.my_shop_paper),
} satisfies Readonly<Record<string, SheetContent>>;

/** The title of the sheet asks the question. */
function wordSheet(name: WordSetting, title: () => string, hint?: () => string): SheetContent {
  return {
    title,
    Inside: ({ context }) => (
      <ChoiceSetting
        name={name}
        context={context}
        legend={title()}
        labelling="hidden"
        {...(hint === undefined ? {} : { hint: hint() })}
        options={settingOptions(name)}
      />
    ),
  };
}

function ShopFields({ context }: SheetProps): JSX.Element {
  const { currency, currencyFixed, zone } = context.settings;
  return (
    <FieldStack>
      <TextSetting
        name="shopName"
        context={context}
        label={m.my_shop_name_label()}
        isGood={(text) => text !== ''}
        wrong={m.my_shop_name_missing()}
      />
      <ChoiceSetting
        name="shopKind"
        context={context}
        legend={m.my_shop_kind()}
        options={shopTypeOptions()}
      />
      <SelectField
        label={m.my_shop_currency()}
        hint={currencyFixed ? m.my_shop_currency_fixed() : m.my_shop_currency_hint()}
        disabled={currencyFixed}
        value={currency.code}
        options={currencyOptions(currency.code)}
        onChange={(code) => context.change({ currency: currencyCalled(code) })}
      />
      <SelectField
        label={m.my_shop_zone()}
        hint={m.my_shop_zone_hint()}
        value={zone}
        options={zoneOptions(zone)}
        onChange={(chosen) => context.change({ zone: chosen })}
      />
    </FieldStack>
  );
}
