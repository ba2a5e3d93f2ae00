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
  const homeless = people.filter(({ why }) => why === 'no-address');
  // Several for the same reason are one sentence; who they are is one tap away.
  const isOne = homeless.length > 1;
  const others = isOne ? people.filter(({ why }) => why !== 'no-address') : people;
  return (
    <>
      <NotOnPaper
        title={m.print_by_hand({ count: others.length, words: countFirst(others.length) })}
        lines={others.map(({ key, name, why }) => ({ key, text: whyText(why, name) }))}
      />
      {isOne ? (
        <NotOnPaper
          title={m.print_no_address({
            count: homeless.length,
            words: countFirst(homeless.length),
          })}
          lines={homeless.map(({ key, name }) => ({ key, text: name }))}
          few={0}
        />
      ) : null}
    </>
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
