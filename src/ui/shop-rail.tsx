import type { JSX } from 'preact';
import type { FirstIconName } from './parts/first-icon.tsx';
import { Rail, type RailPlace } from './parts/rail.tsx';
import { useUnsaved } from './hooks/use-unsaved.ts';
import { useWeek } from './hooks/use-week.ts';
import { useRoute } from './navigation.ts';
import { formatRoute, type Route } from './routes.ts';
import { m } from './words.ts';

export interface ShopRailProps {
  /** Something could not be saved and is still being said. */
  readonly hasProblem: boolean;
}

/** The four places of the shop, and whether everything is saved. */
export function ShopRail({ hasProblem }: ShopRailProps): JSX.Element {
  const here = placeOf(useRoute());
  const waiting = useWeek().list?.suggestions.length ?? 0;
  const isUnsaved = useUnsaved() || hasProblem;
  return (
    <Rail
      label={m.shell_places()}
      places={[
        place('counter', here, { icon: 'bell', word: m.shell_counter() }),
        place('people', here, { icon: 'people', word: m.shell_people() }),
        {
          ...place('week', here, { icon: 'week', word: m.shell_week() }),
          shortWord: m.shell_week_short(),
          count: { number: waiting, label: m.shell_week_count({ count: waiting }) },
        },
        {
          ...place('shop', here, { icon: 'shop', word: m.shell_shop() }),
          shortWord: m.shell_shop_short(),
        },
      ]}
      status={
        isUnsaved
          ? { kind: 'failed', word: m.shell_not_saved() }
          : { kind: 'saved', word: m.shell_saved() }
      }
    />
  );
}

type RailKind = 'counter' | 'people' | 'week' | 'shop';

function place(
  kind: RailKind,
  here: RailKind | null,
  looks: { readonly icon: FirstIconName; readonly word: string },
): RailPlace {
  return { ...looks, href: formatRoute({ kind }), current: here === kind };
}

/** The place of the rail that a screen belongs to. */
function placeOf(here: Route): RailKind | null {
  switch (here.kind) {
    case 'counter':
      return 'counter';
    case 'people':
    case 'new-person':
    case 'person':
    case 'edit-person':
      return 'people';
    case 'week':
    case 'print':
      return 'week';
    case 'shop':
    case 'bring-in':
    case 'copy':
      return 'shop';
    case 'not-found':
      return null;
  }
}
