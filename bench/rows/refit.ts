import { database } from '../shop-browser.ts';
import { measured, type Measured } from '../measured.ts';
import { waitUntilReady } from '../steps.ts';
import type { RowContext } from './rows.ts';

/** The models fitted from nothing, beside bare arithmetic in the same page. */
export async function refitRow({ size, throttle, shop }: RowContext): Promise<readonly Measured[]> {
  const { page, close } = await shop.open({ throttle });
  await waitUntilReady(page);
  const fits: number[] = [];
  const logGammas: number[] = [];
  let people = 0;
  for (let index = 0; index < 5; index += 1) {
    const times = await page.evaluate((name) => references.refit(name, 2_000), database);
    fits.push(times.fitMs + times.outlooksMs);
    logGammas.push(times.logGammasMs);
    people = times.people;
  }
  await close();
  const [logGamma = Number.NaN] = logGammas.toSorted((a, b) => a - b);
  return [
    measured({
      row: 'full refit of the models',
      size,
      values: fits,
      references: { '2,000 × 1,000 log-gammas': logGamma },
      goal: '≤ 1 s for 2,000 customers',
      isMet: fits.filter((ms) => ms <= 1_000).length > fits.length / 2,
      note: `${people} customers`,
    }),
  ];
}
