import type { JSX } from 'preact';
import { m } from '#ui/messages.ts';
import { FirstIcon, type FirstIconName } from '#ui/parts/icons/first-icon.tsx';
import './counter-header.css';

export interface CounterHeaderProps {
  /** "Thu 10:42". */
  readonly now: string;
  /** "12 today". */
  readonly count: string;
  readonly onToday: () => void;
  readonly onFind: () => void;
  readonly onSomeone: () => void;
  readonly onLooking: () => void;
  readonly onWipe: () => void;
  readonly onNew: () => void;
}

export function CounterHeader(props: CounterHeaderProps): JSX.Element {
  return (
    <header class="counter-header">
      <h1 class="visually-hidden" tabIndex={-1}>
        {m.counter_title()}
      </h1>
      <button class="counter-header_today" type="button" onClick={props.onToday}>
        <b class="counter-header_now">{props.now}</b>
        {/* Another count is drawn anew: from 9 to 10 nothing is seen to move. */}
        <span class="type_cue counter-header_count" key={props.count}>
          {props.count}
          <FirstIcon name="chevron-right" size="beside" />
        </span>
      </button>
      <HeaderButton look="find" icon="search" word={m.counter_find()} onPress={props.onFind} />
      <HeaderButton
        look="wide"
        icon="person"
        word={m.counter_nameless()}
        onPress={props.onSomeone}
      />
      <HeaderButton look="wide" icon="eye" word={m.counter_looking()} onPress={props.onLooking} />
      <HeaderButton look="wide" icon="wipe" word={m.counter_wipe()} onPress={props.onWipe} />
      <HeaderButton look="new" icon="plus" word={m.counter_new()} onPress={props.onNew} />
    </header>
  );
}

interface HeaderButtonProps {
  readonly look: 'find' | 'wide' | 'new';
  readonly icon: FirstIconName;
  readonly word: string;
  readonly onPress: () => void;
}

/** A key of the header; two words stand over one another. */
export function HeaderButton({ look, icon, word, onPress }: HeaderButtonProps): JSX.Element {
  return (
    <button class={`counter-header_key counter-header_key-${look}`} type="button" onClick={onPress}>
      <FirstIcon name={icon} />
      <span class="counter-header_word">{word}</span>
    </button>
  );
}
