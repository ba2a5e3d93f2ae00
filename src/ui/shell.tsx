import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Device } from '#app/device.ts';
import { Boundary, isGivenAway } from './boundary.tsx';
import { Crash } from './crash.tsx';
import { TabletContext } from './hooks/use-device.ts';
import { NavigateContext } from './hooks/use-navigate.ts';
import { useStart } from './hooks/use-start.ts';
import { whenIdle } from './hooks/when-idle.ts';
import { later } from './later.tsx';
import { followLinks, navigate } from './navigation.ts';
import { OpenShopFrame } from './open-shop-frame.tsx';
import type { Stage } from './hooks/stage.ts';

const FirstRunScreen = later(async () => (await import('./screens/first-run.tsx')).FirstRunScreen);
const ClosedShopScreen = later(
  async () => (await import('./screens/closed-shop.tsx')).ClosedShopScreen,
);

export interface ShellProps {
  readonly device: Device;
}

/** The whole app: whatever stands on this tablet, and the crash screen should anything below it fail. */
export function Shell({ device }: ShellProps): JSX.Element {
  return (
    <Boundary
      renderCrash={(error) =>
        isGivenAway(error) ? (
          <ClosedShopScreen stage={{ kind: 'superseded' }} />
        ) : (
          <Crash error={error} name={device.pointer.read().shop} now={device.clock.now} />
        )
      }
    >
      <Tablet device={device} />
    </Boundary>
  );
}

function Tablet({ device }: ShellProps): JSX.Element {
  const { stage, door } = useStart(device, navigate);
  const tablet = useMemo(() => ({ device, shops: door }), [device, door]);
  useEffect(followLinks, []);
  const isAsking = stage.kind !== 'starting' && stage.kind !== 'open';
  useEffect(() => (isAsking ? whenIdle(device.updates.begin) : undefined), [device, isAsking]);
  return (
    <TabletContext.Provider value={tablet}>
      <NavigateContext.Provider value={navigate}>
        <StageView stage={stage} />
      </NavigateContext.Provider>
    </TabletContext.Provider>
  );
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
