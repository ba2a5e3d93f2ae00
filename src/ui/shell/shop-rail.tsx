import type { ComponentChildren, JSX } from 'preact';
import type { FirstIconName } from '#ui/parts/icons/first-icon.tsx';
import { Rail, type RailItem, type RailStatus } from '#ui/parts/layout/rail.tsx';
import { useWriteFailure } from './use-write-failure.ts';
import { useWeek } from '#ui/hooks/use-week.ts';
import { useRoute } from './navigation.ts';
import { formatRoute, sectionOf, type RailSection } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

export interface ShopRailProps {
  /** Something could not be saved and is still shown. */
  readonly hasProblem: boolean;
  readonly backupStatus: RailStatus | null;
  readonly foot: ComponentChildren;
}

/** The five places of the shop, and whether everything is saved. */
export function ShopRail({ hasProblem, backupStatus, foot }: ShopRailProps): JSX.Element {
  const here = sectionOf(useRoute());
  const waiting = useWeek()?.suggestions.length ?? 0;
  const isUnsaved = useWriteFailure() !== null || hasProblem;
  return (
    <Rail
      label={m.shell_places()}
      foot={foot}
      places={[
        place('counter', here, { icon: 'bell', word: m.shell_counter() }),
        {
          ...place('people', here, { icon: 'people', word: m.shell_people() }),
          shortWord: m.shell_people_short(),
        },
        {
          ...place('week', here, { icon: 'week', word: m.shell_week() }),
          shortWord: m.shell_week_short(),
          count: { number: waiting, label: m.shell_week_count({ count: waiting }) },
        },
        {
          ...place('insights', here, { icon: 'sprout', word: m.shell_insights() }),
          shortWord: m.shell_insights_short(),
        },
        {
          ...place('shop', here, { icon: 'shop', word: m.shell_shop() }),
          shortWord: m.shell_shop_short(),
        },
      ]}
      status={
        isUnsaved
          ? { kind: 'failed', word: m.shell_not_saved() }
          : (backupStatus ?? { kind: 'saved', word: m.shell_saved() })
      }
    />
  );
}

function place(
  kind: RailSection,
  here: RailSection | null,
  looks: { readonly icon: FirstIconName; readonly word: string },
): RailItem {
  return { ...looks, href: formatRoute({ kind }), current: here === kind };
}
