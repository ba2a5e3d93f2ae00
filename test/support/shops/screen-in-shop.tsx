// A screen in an open shop, as the shell would draw it: real storage, real roster, a clock that
// stands still.
import { cleanup, render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import { watchQuery } from '#app/watch-query.ts';
import { openRoster, type Roster } from '#app/customers/roster.ts';
import { loadSettings } from '#app/shop/settings.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Settings, SettingsValues } from '#domain/shop/settings.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import type { ShopDexie } from '#storage/database.ts';
import {
  OpenShopContext,
  SettingsContext,
  WallTimeContext,
  NavigateContext,
  ReportProblemContext,
} from '#ui/hooks/use-shop.ts';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import type { Route } from '#ui/routes.ts';
import { testPrinter } from '../paper/test-printer.ts';
import { openTestShop } from './test-shop.ts';

export type TestShop = Awaited<ReturnType<typeof openTestShop>>;

/**
 * An open shop in which screens can be drawn; `went` and `said` are what they asked the shell for.
 */
export interface ShopWithScreens {
  readonly deps: Deps & { readonly db: ShopDexie };
  readonly clock: TestShop['clock'];
  readonly roster: Roster;
  readonly went: Route[];
  readonly said: ShopProblem[];
  readonly show: (screen: ComponentChildren) => void;
}

/** Opens the shop, lets `fill` put people into it, and reads the roster. */
export async function shopWithScreens(
  fill: (shop: TestShop) => Promise<unknown>,
  changes: Partial<SettingsValues> = {},
): Promise<ShopWithScreens> {
  const deps = await openTestShop(changes);
  await fill(deps);
  const roster = await openRoster(deps);
  const went: Route[] = [];
  const said: ShopProblem[] = [];
  return {
    deps,
    clock: deps.clock,
    roster,
    went,
    said,
    show(screen) {
      cleanup();
      render(
        <Around deps={deps} roster={roster} went={went} said={said}>
          {screen}
        </Around>,
      );
    },
  };
}

// The made-up page has no fonts to wait for. A test that looks at what is printed has its own.
const printer = testPrinter();

interface AroundProps {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly went: Route[];
  readonly said: ShopProblem[];
  readonly children: ComponentChildren;
}

function Around({ deps, roster, went, said, children }: AroundProps) {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(
    () =>
      watchQuery(
        () => loadSettings(deps),
        (live) => {
          if (live.state === 'ready') setSettings(live.value);
        },
      ),
    [deps],
  );
  if (settings === null) return null;
  return (
    <OpenShopContext.Provider value={{ deps, roster, isSample: false }}>
      <SettingsContext.Provider value={settings}>
        <WallTimeContext.Provider value={toLocalTime(deps.clock.now(), settings.zone)}>
          <NavigateContext.Provider value={(route) => went.push(route)}>
            <ReportProblemContext.Provider value={(problem) => said.push(problem)}>
              <PrinterContext.Provider value={printer}>{children}</PrinterContext.Provider>
            </ReportProblemContext.Provider>
          </NavigateContext.Provider>
        </WallTimeContext.Provider>
      </SettingsContext.Provider>
    </OpenShopContext.Provider>
  );
}
