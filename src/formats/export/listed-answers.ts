import type { Customer } from '#domain/customers/customer.ts';
import { latestPermission } from '#domain/customers/permission.ts';

/**
 * Whether they may be sent news by mail, be phoned, be sent post: "yes", "no", or null where nobody
 * asked. Who said no is in every list with their no, since a list that loses it is written to.
 */
export function listedAnswers({ permissions }: Customer): readonly ('yes' | 'no' | null)[] {
  const questions = [
    { purpose: 'news', way: 'email' },
    { purpose: 'news', way: 'call' },
    { purpose: 'thanks', way: 'post' },
  ] as const;
  return questions.map((question) => latestPermission(permissions, question)?.answer ?? null);
}
