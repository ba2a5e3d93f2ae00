import { toggleLooking, toggleMark } from '#app/counter/visit-actions.ts';
import type { JSX } from 'preact';
import { visitMarks, type VisitMark } from '#domain/visits/visit.ts';
import type { IconName } from '#ui/parts/icons/icon.tsx';
import { StripButton } from '#ui/parts/counter/strip-button.tsx';
import { StripMarks } from '#ui/parts/counter/visit-strip.tsx';
import { m } from '#ui/messages.ts';
import type { StripProps } from './strip-buttons.tsx';

export function VisitMarks({ counterStore, counter, strip }: StripProps): JSX.Element {
  const { visit } = strip.shown;
  // What a customer said is kept, or taken away, where its words stand.
  function openFeedback(): void {
    if (visit.customerId === null) toggleMark(counterStore, 'told');
    else counter.change({ panel: 'told' });
  }
  // The mark stands at once; whom they brought may be said, and is taken away, where it was asked.
  function openFriend(): void {
    if (!visit.marks.includes('friend')) toggleMark(counterStore, 'friend');
    if (visit.customerId !== null) counter.change({ panel: 'friend' });
    else if (visit.marks.includes('friend')) toggleMark(counterStore, 'friend');
  }
  function pressOf(mark: VisitMark): () => void {
    if (mark === 'told') return openFeedback;
    return mark === 'friend' ? openFriend : () => toggleMark(counterStore, mark);
  }
  return (
    <StripMarks>
      {visitMarks.map((mark, index) => (
        <StripButton
          key={mark}
          place={`m${index + 1}`}
          icon={buttons[mark].icon}
          word={buttons[mark].word()}
          label={buttons[mark].long()}
          pressed={visit.marks.includes(mark)}
          onPress={pressOf(mark)}
        />
      ))}
      <StripButton
        place="m5"
        icon="eye"
        word={m.counter_looked()}
        label={m.counter_looking()}
        pressed={visit.kind === 'browsed'}
        onPress={() => toggleLooking(counterStore)}
      />
      <StripButton
        place="m6"
        icon="pencil"
        word={m.counter_note()}
        label={m.counter_note_long()}
        pressed={visit.note !== ''}
        onPress={() => counter.change({ panel: 'note' })}
      />
    </StripMarks>
  );
}

interface MarkButton {
  readonly icon: IconName;
  readonly word: () => string;
  readonly long: () => string;
}

const buttons: Readonly<Record<VisitMark, MarkButton>> = {
  friend: { icon: 'friend-plus', word: m.counter_friend, long: m.counter_friend_long },
  shared: { icon: 'globe', word: m.counter_online, long: m.counter_online_long },
  told: { icon: 'speech', word: m.counter_told, long: m.counter_told_long },
  easy: { icon: 'feather', word: m.counter_easy, long: m.counter_easy_long },
};
