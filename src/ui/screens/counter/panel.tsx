import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StripView } from '#app/counter/active-visit-view.ts';
import type { Desk } from '#app/counter/counter-store.ts';
import { note, tell, tellWords } from '#app/counter/visit-actions.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { MomentKind } from '#domain/visits/moment.ts';
import type { Counter } from './use-counter.ts';
import { useShopAmounts } from './use-shop-amounts.ts';
import { useShortNames } from './use-name-variants.ts';
import { useToday } from '#ui/hooks/use-today.ts';
import { StripKey } from '#ui/parts/counter/strip-button.tsx';
import { StripPanel } from '#ui/parts/counter/visit-strip.tsx';
import { m } from '#ui/messages.ts';
import './panel.css';
import { CounterStrip, WaitingStrip } from './strip.tsx';

export interface CounterPanelProps {
  readonly desk: Desk;
  readonly counter: Counter;
  readonly strip: StripView | null;
}

/** What stands in the room of the strip: the last visit, or what is being filled in. Tiles stay free to be tapped. */
export function CounterPanel({ desk, counter, strip }: CounterPanelProps): JSX.Element {
  const { panel } = counter.state;
  useShopAmounts(desk, useToday());
  useShortNames(desk);
  if (panel === 'naming') return <NewPersonPanel desk={desk} counter={counter} />;
  if (strip === null)
    return <WaitingStrip isShopEmpty={desk.roster.isWhole() && desk.roster.people().size === 0} />;
  const key = strip.shown.visit.id;
  switch (panel) {
    case 'told':
      return <ToldPanel key={key} desk={desk} counter={counter} strip={strip} />;
    case 'note':
      return <NotePanel key={key} desk={desk} counter={counter} strip={strip} />;
    case 'strip':
      return <CounterStrip desk={desk} counter={counter} strip={strip} />;
  }
}

type PanelProps = Omit<CounterPanelProps, 'strip'>;
type VisitPanelProps = PanelProps & { readonly strip: StripView };

/** Somebody new: a name is enough; who sent them is one tap. */
function NewPersonPanel({ desk, counter }: PanelProps): JSX.Element {
  const { state, change } = counter;
  return (
    <StripPanel
      title={m.counter_new()}
      foot={
        <>
          <StripKey kind="quiet" word={m.counter_cancel()} onPress={counter.escape} />
          <StripKey kind="add" icon="plus" word={m.counter_new_add()} onPress={counter.welcome} />
        </>
      }
    >
      <form
        class="panel_form"
        onSubmit={(event) => {
          event.preventDefault();
          counter.welcome();
        }}
      >
        <input
          class="panel_field"
          type="text"
          aria-label={m.counter_new_name()}
          placeholder={m.counter_new_placeholder()}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={60}
          value={state.name}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
        <p class="panel_label">{m.counter_new_sent()}</p>
        <div class="panel_chips">
          {likelySenders(desk).map(({ id, name }) => (
            <StripKey
              key={id}
              word={name}
              pressed={state.sentBy === id}
              onPress={() => change({ sentBy: state.sentBy === id ? null : id })}
            />
          ))}
        </div>
      </form>
    </StripPanel>
  );
}

/** Whoever was just here, then whoever is likely to be. */
function likelySenders(desk: Desk): readonly { readonly id: CustomerId; readonly name: string }[] {
  const here = desk.today.visits().flatMap(({ visit }) => visit.customerId ?? []);
  const ids = [...new Set([...here.slice(0, 3), ...desk.likely.first(8)])].slice(0, 4);
  return ids.flatMap((id) => {
    const name = desk.nameOf(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

const toldKinds: readonly { readonly kind: MomentKind; readonly word: () => string }[] = [
  { kind: 'praise', word: m.counter_told_praise },
  { kind: 'complaint', word: m.counter_told_complaint },
  { kind: 'idea', word: m.counter_told_idea },
];

/** What they told us. One tap says what it was; the words are optional and kept when anything else is tapped. */
function ToldPanel({ desk, counter, strip }: VisitPanelProps): JSX.Element {
  const [words, setWords] = useState(desk.current?.told?.text ?? '');
  const chosen = desk.current?.told?.kind ?? null;
  function keep(): void {
    tellWords(desk, words.trim());
  }
  function keepTyped(): void {
    if (words.trim() === '') return;
    if (chosen === null) tell(desk, 'idea');
    keep();
  }
  useAfterTyping(words, keepTyped);
  return (
    <StripPanel
      title={m.counter_told_long()}
      foot={
        <StripKey
          icon="check"
          word={m.counter_done()}
          onPress={() => {
            keep();
            counter.change({ panel: 'strip' });
          }}
        />
      }
    >
      <div class="panel_form">
        <p class="panel_label">
          {strip.name === null
            ? m.counter_told_title()
            : m.counter_told_title_of({ name: strip.name })}
        </p>
        <div class="panel_kinds">
          {toldKinds.map(({ kind, word }) => (
            <StripKey
              key={kind}
              word={word()}
              pressed={chosen === kind}
              onPress={() => tell(desk, kind)}
            />
          ))}
        </div>
        <input
          class="panel_field panel_field-words"
          type="text"
          aria-label={m.counter_told_words()}
          placeholder={m.counter_told_words()}
          autoComplete="off"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
          onBlur={keepTyped}
        />
      </div>
    </StripPanel>
  );
}

/** A note about the visit, kept when anything else is tapped. */
function NotePanel({ desk, counter, strip }: VisitPanelProps): JSX.Element {
  const [text, setText] = useState(strip.shown.visit.note);
  const field = useRef<HTMLTextAreaElement>(null);
  useAfterTyping(text, () => note(desk, text.trim()));
  // A note is words and nothing else, so there is nothing to press first.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <StripPanel
      title={m.counter_note_title()}
      foot={
        <StripKey
          icon="check"
          word={m.counter_done()}
          onPress={() => {
            note(desk, text.trim());
            counter.change({ panel: 'strip' });
          }}
        />
      }
    >
      <label class="panel_form">
        <span class="panel_label">
          {strip.name === null
            ? m.counter_note_title()
            : m.counter_note_title_of({ name: strip.name })}
        </span>
        <textarea
          ref={field}
          class="panel_field panel_field-words"
          rows={4}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={() => note(desk, text.trim())}
        />
      </label>
    </StripPanel>
  );
}

// The tab may be closed, or killed, in the middle of a sentence: no field is left then, so half a second of typing is all that may be lost.
function useAfterTyping(text: string, keep: () => void): void {
  const latest = useRef(keep);
  latest.current = keep;
  const before = useRef(text);
  useEffect(() => {
    if (before.current === text) return undefined;
    before.current = text;
    const timer = setTimeout(() => latest.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
}

const pauseMs = 400;
