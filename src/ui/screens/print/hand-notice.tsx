import type { JSX } from 'preact';
import type { NoLetterReason } from '#app/print/letter-people.ts';
import { countFirst } from '#i18n/format.ts';
import { NotOnPaper } from '#ui/screens/paper/not-on-paper.tsx';
import { m } from '#ui/messages.ts';

/** Why somebody is on no sheet. */
export type HandReason = NoLetterReason | 'too-long';

export interface HandNoticeProps {
  readonly people: readonly {
    readonly key: string;
    readonly name: string;
    readonly why: HandReason;
  }[];
}

/** Who is not on the paper, and why: nothing is ever silently not printed. */
export function HandNotice({ people }: HandNoticeProps): JSX.Element {
  const count = people.length;
  return (
    <NotOnPaper
      title={m.print_by_hand({ count, words: countFirst(count) })}
      lines={people.map(({ key, name, why }) => ({ key, text: whyText(why, name) }))}
    />
  );
}

function whyText(why: HandReason, name: string): string {
  switch (why) {
    case 'no-address':
      return m.print_hand_no_address({ name });
    case 'no-post':
      return m.print_hand_no_post({ name });
    case 'young':
      return m.print_hand_young({ name });
    case 'died':
      return m.print_hand_died({ name });
    case 'which-address':
      return m.print_hand_which_address({ name });
    case 'missing-letters':
      return m.print_hand_missing_letters({ name });
    case 'too-long':
      return m.print_hand_too_long({ name });
  }
}
