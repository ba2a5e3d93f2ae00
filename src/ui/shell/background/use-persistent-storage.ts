import { useEffect } from 'preact/hooks';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import { useApp } from '#ui/hooks/use-app.ts';

/** Asks for persistent storage once there is data to lose, and again after an installation. */
export function usePersistentStorage({ roster, isSample }: OpenShop): void {
  const { persistence, install } = useApp().device;
  useEffect(() => {
    if (isSample) return undefined;
    function ask(): void {
      void persistence.ask();
    }
    install.onInstalled(ask);
    if (roster.people().size > 0) {
      ask();
      return undefined;
    }
    const stop = roster.subscribe(() => {
      if (roster.people().size === 0) return;
      stop();
      ask();
    });
    return stop;
  }, [roster, isSample, persistence, install]);
}
