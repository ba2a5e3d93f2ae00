import type { JSX } from 'preact';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import { minuteFrom } from '#ui/screens/customer-sheets/day-problem.ts';
import { timeValue } from './opening-sheet.tsx';
import { NumberSetting } from './setting-fields.tsx';
import type { SettingContext } from './use-setting-context.ts';

/** When nobody likes to hear from a shop, and how seldom news go to the same person. */
export function MessagesSheet({ context }: { readonly context: SettingContext }): JSX.Element {
  return (
    <FieldStack>
      <QuietTime
        name="quietFrom"
        context={context}
        label={m.my_shop_quiet_from()}
        hint={m.my_shop_quiet_hint()}
      />
      <QuietTime name="quietTo" context={context} label={m.my_shop_quiet_to()} />
      <NumberSetting
        name="messageRestDays"
        context={context}
        label={m.my_shop_news_rest()}
        hint={m.my_shop_news_rest_hint()}
        wrong={m.my_shop_news_rest_wrong}
      />
    </FieldStack>
  );
}

interface QuietTimeProps {
  readonly name: 'quietFrom' | 'quietTo';
  readonly context: SettingContext;
  readonly label: string;
  readonly hint?: string;
}

function QuietTime({ name, context, ...words }: QuietTimeProps): JSX.Element {
  return (
    <TextField
      {...words}
      type="time"
      value={timeValue(context.settings[name])}
      onInput={(text) => {
        const minute = minuteFrom(text);
        if (minute !== null) context.change({ [name]: minute });
      }}
    />
  );
}
