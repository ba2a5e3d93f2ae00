import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { AreaField, FieldStack } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import { TextSetting } from './setting-fields.tsx';
import type { SettingContext } from './use-setting-context.ts';

/** Where people find and reach the shop: on envelopes, under messages, on what is held. */
export function ContactSheet({ context }: { readonly context: SettingContext }): JSX.Element {
  const [address, setAddress] = useState(context.settings.shopAddress);
  return (
    <FieldStack>
      <AreaField
        label={m.my_shop_contact_address()}
        hint={m.my_shop_contact_address_hint()}
        rows={3}
        maxLength={300}
        value={address}
        onInput={(text) => {
          setAddress(text);
          context.change({ shopAddress: text.trim() });
        }}
      />
      <TextSetting
        name="shopPhone"
        context={context}
        label={m.my_shop_contact_phone()}
        inputMode="tel"
      />
      <TextSetting
        name="shopEmail"
        context={context}
        label={m.my_shop_contact_email()}
        hint={m.my_shop_contact_email_hint()}
        inputMode="email"
        isGood={(text) => text === '' || /^[^\s@]+@[^\s@]+$/u.test(text)}
        wrong={m.my_shop_contact_email_wrong()}
      />
    </FieldStack>
  );
}
