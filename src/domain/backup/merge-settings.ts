import type { Settings } from '#domain/shop/settings.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import { mergeRows } from './merge-rows.ts';

/**
 * Each setting as it was last changed. Only the currency in which amounts were noted on one tablet
 * is not changed by another that had none yet: 1840 must never turn from pence into cents.
 */
export function mergeSettings(a: Settings, b: Settings): Settings {
  const merged = mergeRows(a, b);
  const winner = rankOf(a) >= rankOf(b) ? a : b;
  const edits = { ...merged.edits };
  for (const field of ['currency', 'currencyFixed'] as const) {
    const time = timeOf(winner, field);
    if (time > merged.made || winner.edits[field] !== undefined) edits[field] = time;
    else delete edits[field];
  }
  const { currency, currencyFixed } = winner;
  return { ...merged, currency, currencyFixed, edits };
}

function rankOf(settings: Settings): string {
  const { currency, currencyFixed } = settings;
  const times = [timeOf(settings, 'currency'), timeOf(settings, 'currencyFixed')];
  return [currencyFixed ? 1 : 0, ...times, currency.code, currency.digits].join(' ');
}

function timeOf({ made, edits }: Settings, field: 'currency' | 'currencyFixed'): HlcTimestamp {
  const edited = edits[field];
  return edited === undefined || edited < made ? made : edited;
}
