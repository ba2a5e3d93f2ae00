import type { JSX } from 'preact';
import { startOver } from '#app/shop/start-over.ts';
import { useApp, useDeps } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { FieldStack } from '#ui/parts/controls/field.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

/** An empty shop in place of this one, which stays for thirty days. */
export function StartOverSheet(): JSX.Element {
  const deps = useDeps();
  const { device, shops } = useApp();
  const { run, isRunning } = useAction();
  async function begin(): Promise<void> {
    const name = await run(() => startOver(device, deps));
    if (name !== undefined) await shops.switchShop(name);
  }
  return (
    <FieldStack>
      <p>{m.my_shop_start_over_words()}</p>
      <p>{m.my_shop_start_over_kept()}</p>
      <div class="line button_row">
        <ButtonLink href={formatRoute({ kind: 'backup' })}>{m.my_shop_backup_save()}</ButtonLink>
        <Button kind="danger" busy={isRunning} onPress={() => void begin()}>
          {m.my_shop_start_over_do()}
        </Button>
      </div>
    </FieldStack>
  );
}
