import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Device } from '#app/environment.ts';
import { Boundary, isGivenAway } from './error-boundary.tsx';
import { Crash } from './crash-loader.tsx';
import { TabletContext, useTablet } from '#ui/hooks/use-app.ts';
import { NavigateContext } from '#ui/hooks/use-navigate.ts';
import { useStart } from './use-start.ts';
import { whenIdle } from '#ui/hooks/when-idle.ts';
import { later } from './lazy-screen.tsx';
import { followLinks, navigate } from './navigation.ts';
import { OpenShopFrame } from './shop-layout.tsx';
import type { Stage } from '#ui/hooks/app-state.ts';

const FirstRunScreen = later(
  async () => (await import('#ui/screens/first-run/first-run.tsx')).FirstRunScreen,
);
const ClosedShopScreen = later(
  async () => (await import('#ui/screens/recovery/shop-unavailable.tsx')).ClosedShopScreen,
);

export interface ShellProps {
  readonly device: Device;
}

/** The whole app: whatever stands on this tablet, and what is said should anything of it fail. */
export function Shell({ device }: ShellProps): JSX.Element {
  const { stage, door } = useStart(device, navigate);
  const tablet = useMemo(() => ({ device, shops: door }), [device, door]);
  useEffect(followLinks, []);
  const isAsking = stage.kind !== 'starting' && stage.kind !== 'open';
  useEffect(() => (isAsking ? whenIdle(device.updates.begin) : undefined), [device, isAsking]);
  return (
    <TabletContext.Provider value={tablet}>
      <NavigateContext.Provider value={navigate}>
        <Boundary key={stage.kind} renderCrash={(error) => <Failed error={error} stage={stage} />}>
          <StageView stage={stage} />
        </Boundary>
      </NavigateContext.Provider>
    </TabletContext.Provider>
  );
}

function Failed({ error, stage }: { readonly error: unknown; readonly stage: Stage }): JSX.Element {
  const { device, shops } = useTablet();
  if (isGivenAway(error)) return <ClosedShopScreen stage={{ kind: 'superseded' }} />;
  const name = device.pointer.read().shop;
  const isShopThere = stage.kind === 'open' || (stage.kind === 'starting' && name !== null);
  const refuse = isShopThere ? shops.refuse : null;
  return <Crash error={error} name={name} now={device.clock.now} refuse={refuse} />;
}

function StageView({ stage }: { readonly stage: Stage }): JSX.Element | null {
  switch (stage.kind) {
    case 'starting':
      return null;
    case 'open':
      return <OpenShopFrame key={stage.shop.deps.db.name} shop={stage.shop} />;
    case 'first-run':
      return <FirstRunScreen />;
    case 'upgrading':
    case 'superseded':
    case 'found':
    case 'lost':
    case 'refused':
      return <ClosedShopScreen stage={stage} />;
  }
}
