// A log of an invented shop, for looking at the engine without anybody's real visits.
import { addDays, dayFrom, dayNumber } from '#lib/day.ts';
import { generateShop } from '../../test/support/shops/generate-shop.ts';
import { logOf, type VisitLog } from './visit-log.ts';

const lastDay = dayFrom('2026-06-30');

/** Two years of a shop with 400 people, the same every time. */
export function sampleLog(): VisitLog {
  if (lastDay === undefined) throw new Error('the last day of the sample is no day');
  const shop = generateShop({
    seed: 'evaluation',
    customers: 400,
    visits: 12_000,
    endDay: lastDay,
    days: 728,
    people: 'crowd',
  });
  return logOf(
    shop.visits.flatMap(({ customerId, kind, voided, day, minute, amount }) =>
      customerId === null || voided || kind !== 'bought'
        ? []
        : [
            {
              customer: customerId,
              day: dayNumber(day),
              epochMinute: dayNumber(day) * 1440 + (minute ?? 0),
              amount,
              isTimed: minute !== null,
            },
          ],
    ),
  );
}

/** Where the sample is split: one year to learn from, one to forecast. */
export const sampleUntil = lastDay === undefined ? undefined : addDays(lastDay, -364);
