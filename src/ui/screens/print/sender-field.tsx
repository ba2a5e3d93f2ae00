import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { changeSettings } from '#app/shop/change-settings.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { AreaField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';

/** The shop's own address, kept when the field is left. */
export function SenderField(): JSX.Element {
  const deps = useDeps();
  const { run } = useAction();
  const { shopAddress } = useSettings();
  const [typed, setTyped] = useState(shopAddress);
  return (
    <AreaField
      label={m.print_sender()}
      hint={m.print_sender_hint()}
      rows={2}
      value={typed}
      onInput={setTyped}
      onLeave={(text) => void run(() => changeSettings(deps, { shopAddress: text.trim() }))}
    />
  );
}

/** The shop's name and address, line by line; nothing before an address was typed. */
export function senderLines({
  shopName,
  shopAddress,
}: Pick<SettingsValues, 'shopName' | 'shopAddress'>): readonly string[] {
  return shopAddress.trim() === '' ? [] : [shopName, ...shopAddress.trim().split('\n')];
}
