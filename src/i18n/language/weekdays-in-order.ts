// On which day a week begins where the shop is, as Unicode's CLDR has it. Browsers know it too, but
// not each of those that the app runs on.

import { weekdays, type Weekday } from '#lib/day.ts';
import { locale } from './locale.ts';

const fromSunday = new Set(
  'BR CA CO ET GT HK ID IL IN IS JM JP KE KR MT MX PE PH PK PT SA SG TH TW US VE ZA ZW'.split(' '),
);
const fromSaturday = new Set('AF BH DZ EG IQ IR JO KW LY OM QA SD SY'.split(' '));

/** Monday to Sunday, or from whichever day weeks begin with there. */
export function weekdaysInOrder(): readonly Weekday[] {
  const first = firstWeekday();
  return [...weekdays.slice(first - 1), ...weekdays.slice(0, first - 1)];
}

function firstWeekday(): Weekday {
  const region = new Intl.Locale(locale()).maximize().region ?? '';
  if (fromSunday.has(region)) return 7;
  return fromSaturday.has(region) ? 6 : 1;
}
