import type { ShopSize } from '#app/shop/shop-size.ts';
import { timeText } from '#i18n/date-time.ts';
import { dayText, numberText } from '#i18n/format.ts';
import type { Day } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { m } from '#ui/messages.ts';

/** "214 people, 9,480 visits". */
export function sizeText({ people, visits }: Pick<ShopSize, 'people' | 'visits'>): string {
  return m.my_shop_size({
    people: m.my_shop_size_people({ count: people, text: numberText(people) }),
    visits: m.my_shop_size_visits({ count: visits, text: numberText(visits) }),
  });
}

/** "This file: 214 people, 9,480 visits, last visit 16 June." */
export function insideText(size: ShopSize, today: Day): string {
  return size.lastDay === null
    ? m.backup_restore_inside_empty({ size: sizeText(size) })
    : m.backup_restore_inside({ size: sizeText(size), day: dayText(size.lastDay, today) });
}

/** "Here now: 209 people, 9,520 visits, last visit 17 June." */
export function hereText(size: ShopSize, today: Day): string {
  return size.lastDay === null
    ? m.backup_restore_here_empty({ size: sizeText(size) })
    : m.backup_restore_here({ size: sizeText(size), day: dayText(size.lastDay, today) });
}

/** "The backup was made on 16 June at 18:02." */
export function madeText(madeAt: number, zone: string, today: Day): string {
  const wall = toLocalTime(madeAt, zone);
  return m.backup_restore_made({ day: dayText(wall.day, today), time: timeText(wall.minute) });
}
