import type { ShopKind } from '#domain/shop/settings.ts';
import type { ChoiceOption } from '#ui/parts/controls/choice.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { m } from '#ui/messages.ts';

export function shopTypeOptions(): readonly ChoiceOption<ShopKind>[] {
  return [
    { value: 'butcher', word: m.kind_of_shop_butcher(), icon: <OwnerIcon name="cleaver" /> },
    { value: 'cafe', word: m.kind_of_shop_cafe(), icon: <OwnerIcon name="cup" /> },
    { value: 'bakery', word: m.kind_of_shop_bakery(), icon: <OwnerIcon name="bread" /> },
    { value: 'other', word: m.kind_of_shop_other(), icon: <OwnerIcon name="basket" /> },
  ];
}
