import type { JSX } from 'preact';
import { FieldStack } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import type { SettingProps } from './setting-props.ts';
import { MoneySetting, NumberSetting, TypedSetting } from './typed-setting.tsx';

const maxPieces = 12;
const maxWeeks = 52;

/** How much money and how many pieces a week. */
export function BudgetSheet({ settings, change }: SettingProps): JSX.Element {
  return (
    <FieldStack>
      <MoneySetting
        label={m.my_shop_budget_money()}
        hint={m.my_shop_budget_money_hint()}
        currency={settings.currency}
        amount={settings.budgetMoney}
        wrong={m.my_shop_amount_wrong()}
        onAmount={(budgetMoney) => change({ budgetMoney })}
      />
      <NumberSetting
        label={m.my_shop_budget_pieces()}
        hint={m.my_shop_budget_pieces_hint()}
        number={settings.budgetPieces}
        max={maxPieces}
        wrong={m.my_shop_pieces_wrong()}
        onNumber={(budgetPieces) => change({ budgetPieces })}
      />
    </FieldStack>
  );
}

/** What a card and an offer cost, and what an offer is. */
export function CostsSheet({ settings, change }: SettingProps): JSX.Element {
  return (
    <FieldStack>
      <MoneySetting
        label={m.my_shop_card_cost()}
        currency={settings.currency}
        amount={settings.cardCost}
        wrong={m.my_shop_amount_wrong()}
        onAmount={(cardCost) => change({ cardCost })}
      />
      <MoneySetting
        label={m.my_shop_offer_cost()}
        currency={settings.currency}
        amount={settings.offerCost}
        wrong={m.my_shop_amount_wrong()}
        onAmount={(offerCost) => change({ offerCost })}
      />
      <TypedSetting
        label={m.my_shop_offer_words()}
        hint={m.my_shop_offer_words_hint()}
        inputMode="text"
        maxLength={80}
        start={settings.offerWords}
        take={(text) => {
          change({ offerWords: text.trim() });
          return null;
        }}
      />
    </FieldStack>
  );
}

/** How long nobody is suggested again. */
export function PausesSheet({ settings, change }: SettingProps): JSX.Element {
  return (
    <FieldStack>
      <NumberSetting
        label={m.my_shop_rest_weeks()}
        hint={m.my_shop_rest_weeks_hint()}
        number={settings.restWeeks}
        max={maxWeeks}
        wrong={m.my_shop_weeks_wrong()}
        onNumber={(restWeeks) => change({ restWeeks })}
      />
      <NumberSetting
        label={m.my_shop_skip_weeks()}
        hint={m.my_shop_skip_weeks_hint()}
        number={settings.skipWeeks}
        max={maxWeeks}
        wrong={m.my_shop_weeks_wrong()}
        onNumber={(skipWeeks) => change({ skipWeeks })}
      />
    </FieldStack>
  );
}
