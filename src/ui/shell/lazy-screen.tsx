import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { lazyModule } from '#ui/hooks/lazy-module.ts';

/** A screen that is fetched when first shown: from this device, so nothing is drawn before. */
export function lazyScreen<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const lazy = lazyModule(load);
  return function LazyScreen(props: Props & JSX.IntrinsicAttributes): JSX.Element | null {
    const [Screen, setScreen] = useState(lazy.loaded);
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    useEffect(() => {
      async function show(): Promise<void> {
        const screen = await lazy.load();
        setScreen(() => screen);
      }
      show().catch((error: unknown) => setFailure({ error }));
    }, []);
    if (failure !== null) throw failure.error;
    return Screen === null ? null : <Screen {...props} />;
  };
}
