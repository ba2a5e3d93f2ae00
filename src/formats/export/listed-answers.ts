import type { Customer } from '#domain/customers/customer.ts';

/**
 * Whether they may be sent mail, be phoned, be sent post: "yes", "no", or null where nobody asked.
 * Who said no is in every list with their no, since a list that loses it is sent to.
 */
export function listedAnswers({ consents }: Customer): readonly ('yes' | 'no' | null)[] {
  const { email, phone, post } = consents;
  return [email, phone, post].map((consent) => consent?.answer ?? null);
}
