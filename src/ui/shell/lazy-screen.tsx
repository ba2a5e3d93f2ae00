import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A screen whose code is fetched when it is first shown. Nothing is drawn meanwhile: it comes from
 * this tablet, in a blink.
 */
export function lazyScreen<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function LazyScreen(props: Props & JSX.IntrinsicAttributes): JSX.Element | null {
    const [Screen, setScreen] = useState(() => loaded);
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    useEffect(() => {
      async function fetchScreen(): Promise<void> {
        const screen = loaded ?? (await load());
        loaded = screen;
        setScreen(() => screen);
      }
      fetchScreen().catch((error: unknown) => setFailure({ error }));
    }, []);
    if (failure !== null) throw failure.error;
    return Screen === null ? null : <Screen {...props} />;
  };
}
