// What tells people of one name apart, where each of them is listed: the cue, then the street, the
// end of a phone number, and for want of anything else the day they were first noted.

import type { Day } from '#lib/day.ts';
import type { Customer, CustomerId } from './customer.ts';
import { phoneDigits } from './phone-number.ts';

export type Distinction =
  | { readonly kind: 'cue' | 'street' | 'phone'; readonly text: string }
  | { readonly kind: 'since'; readonly day: Day };

/** Somebody of that name, and the day of their first visit or, without one, of their record. */
export interface Namesake {
  readonly id: CustomerId;
  readonly customer: Pick<Customer, 'cue' | 'addresses' | 'phones'>;
  readonly since: Day;
}

/** The first thing that is said of the namesake `id` and of no other of `namesakes`. */
export function distinctionOf(id: CustomerId, namesakes: readonly Namesake[]): Distinction | null {
  const one = namesakes.find((each) => each.id === id);
  if (one === undefined || namesakes.length < 2) return null;
  const others = namesakes.filter((each) => each !== one);
  for (const { kind, textOf } of distinctive) {
    const text = textOf(one.customer);
    if (text !== '' && others.every(({ customer }) => textOf(customer) !== text))
      return { kind, text };
  }
  return { kind: 'since', day: one.since };
}

interface Distinctive {
  readonly kind: Extract<Distinction, { readonly text: string }>['kind'];
  readonly textOf: (customer: Namesake['customer']) => string;
}

const shownDigits = 3;

const distinctive: readonly Distinctive[] = [
  { kind: 'cue', textOf: ({ cue }) => cue.trim() },
  { kind: 'street', textOf: ({ addresses }) => addresses[0]?.split(/[\n,]/u)[0]?.trim() ?? '' },
  { kind: 'phone', textOf: ({ phones }) => phoneDigits(phones[0] ?? '').slice(-shownDigits) },
];
