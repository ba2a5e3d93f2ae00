// Who may get a message, and who is left out by which rule. Must never let anybody through who did
// not say yes to this purpose and way, who is young, died, or asked to be erased.

import { isPresent, type Customer } from '#domain/customers/customer.ts';
import { isPermitted } from '#domain/customers/permission.ts';
import { daysBetween, type Day } from '#lib/day.ts';
import { internationalNumber } from './international-number.ts';
import { askedWays, type MessagePurpose, type MessageWay } from './message-way.ts';

/** Why somebody gets none. */
export type NoMessageReason =
  | 'gone'
  | 'died'
  | 'young'
  | 'no-permission'
  | 'no-address'
  | 'no-country'
  | 'had-news'
  | 'same-address'
  | 'same-home'
  | 'no-perk';

/** How many visits are missing to what a perk gives. */
export interface PerkAhead {
  readonly gives: string;
  readonly missing: number;
}

export interface MessageCandidate {
  readonly customer: Customer;
  /** The day of the last news they were sent, or null. */
  readonly lastNews: Day | null;
  /** Null where the text needs a perk and none is near for them. */
  readonly perk: PerkAhead | null;
}

export interface MessageRules {
  readonly purpose: MessagePurpose;
  readonly way: MessageWay;
  readonly today: Day;
  readonly restDays: number;
  readonly country: string;
  readonly needsPerk: boolean;
}

export interface MessageReceiver {
  readonly customer: Customer;
  /** An email address, or the number as it is dialled. */
  readonly address: string;
  readonly perk: PerkAhead | null;
}

export interface MessageAudience {
  readonly receivers: readonly MessageReceiver[];
  readonly leftOut: readonly { readonly customer: Customer; readonly why: NoMessageReason }[];
}

/** Each of `candidates` is either a receiver or left out, in their order. */
export function messageAudience(
  candidates: readonly MessageCandidate[],
  rules: MessageRules,
): MessageAudience {
  const receivers: MessageReceiver[] = [];
  const leftOut: MessageAudience['leftOut'][number][] = [];
  const taken = takenBefore(candidates, rules);
  for (const candidate of candidates) {
    const { customer } = candidate;
    const address = addressOf(customer, rules);
    const why = ownReason(candidate, address, rules) ?? sharedReason(customer, address, taken);
    if (why === null && address.kind === 'known') {
      receivers.push({ customer, address: address.text, perk: candidate.perk });
      taken.addresses.add(addressKey(address.text));
      if (customer.householdId !== null) taken.homes.add(customer.householdId);
    } else leftOut.push({ customer, why: why ?? 'no-address' });
  }
  return { receivers, leftOut };
}

interface Taken {
  readonly addresses: Set<string>;
  readonly homes: Set<string>;
}

// Where somebody had news a short while ago, nobody else gets them now.
function takenBefore(candidates: readonly MessageCandidate[], rules: MessageRules): Taken {
  const resting = candidates.filter(
    ({ lastNews }) => rules.purpose === 'news' && isResting(lastNews, rules),
  );
  const addresses = resting.map(({ customer }) => addressOf(customer, rules));
  return {
    addresses: new Set(
      addresses.flatMap((address) => (address.kind === 'known' ? [addressKey(address.text)] : [])),
    ),
    homes: new Set(resting.flatMap(({ customer }) => customer.householdId ?? [])),
  };
}

type Address =
  | { readonly kind: 'known'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'no-country' };

function ownReason(
  { customer, lastNews, perk }: MessageCandidate,
  address: Address,
  rules: MessageRules,
): NoMessageReason | null {
  const { purpose, way } = rules;
  if (!isPresent(customer)) return 'gone';
  if (customer.diedOn !== null) return 'died';
  if (customer.young) return 'young';
  if (!isPermitted(customer, { purpose, way: askedWays[way] })) return 'no-permission';
  if (address.kind === 'none') return 'no-address';
  if (address.kind === 'no-country') return 'no-country';
  if (purpose === 'news' && isResting(lastNews, rules)) return 'had-news';
  return rules.needsPerk && perk === null ? 'no-perk' : null;
}

function isResting(lastNews: Day | null, { today, restDays }: MessageRules): boolean {
  return lastNews !== null && daysBetween(lastNews, today) < restDays;
}

// One message a home and an address, whoever lives there.
function sharedReason(
  { householdId }: Customer,
  address: Address,
  { addresses, homes }: Taken,
): NoMessageReason | null {
  if (address.kind === 'known' && addresses.has(addressKey(address.text))) return 'same-address';
  return householdId !== null && homes.has(householdId) ? 'same-home' : null;
}

function addressKey(address: string): string {
  return address.toLowerCase();
}

function addressOf(customer: Customer, { way, country }: MessageRules): Address {
  if (way === 'email') {
    const email = customer.emails.find((each) => each.includes('@'));
    return email === undefined ? { kind: 'none' } : { kind: 'known', text: email.trim() };
  }
  const [phone] = customer.phones.filter((each) => /\d/u.test(each));
  if (phone === undefined) return { kind: 'none' };
  const number = internationalNumber(phone, country);
  if (number !== null) return { kind: 'known', text: `+${number}` };
  if (way === 'chat') return { kind: 'no-country' };
  const digits = phone.replaceAll(/[^\d+]/gu, '');
  return digits === '' ? { kind: 'none' } : { kind: 'known', text: digits };
}
