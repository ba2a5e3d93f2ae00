import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ActiveVisitView } from '#app/counter/active-visit-view.ts';
import { closingView } from '#app/counter/closing-view.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import {
  setNote,
  addFeedback,
  removeFeedback,
  setFeedbackText,
} from '#app/counter/visit-actions.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { feedbackKinds, type FeedbackKind } from '#domain/visits/moment.ts';
import type { Counter } from './use-counter.ts';
import { useSettings, useWallTime } from '#ui/hooks/use-shop.ts';
import { ClosingStrip } from '#ui/screens/closing/closing-strip.tsx';
import { useIdlePreparation } from './use-idle-preparation.ts';
import { StripButton } from '#ui/parts/counter/strip-button.tsx';
import { StripPanel } from '#ui/parts/counter/visit-strip.tsx';
import { m } from '#ui/messages.ts';
import './panel.css';
import type { StripProps } from './strip-buttons.tsx';
import { CounterStrip, WaitingStrip } from './strip.tsx';
import { BroughtPanel, WhosePanel } from './who-panels.tsx';

export interface CounterPanelProps {
  readonly counterStore: CounterStore;
  readonly counter: Counter;
  readonly strip: ActiveVisitView | null;
}

/** The last visit, or what is being filled in about it. Tiles can always be tapped. */
export function CounterPanel(props: CounterPanelProps): JSX.Element {
  const { counterStore, counter, strip } = props;
  const { roster } = counterStore;
  const { panel } = counter.state;
  const closing = closingView(counterStore, useSettings(), useWallTime());
  useIdlePreparation(counterStore);
  if (panel === 'naming') return <NewPersonPanel counterStore={counterStore} counter={counter} />;
  if (panel === 'strip' && closing !== null)
    return (
      <ClosingStrip note={closing} onForgotten={() => counter.change({ isRecalling: true })} />
    );
  if (strip === null)
    return <WaitingStrip isShopEmpty={roster.isComplete() && roster.people().size === 0} />;
  const shared = { counterStore, counter, strip };
  const key = strip.shown.visit.id;
  switch (panel) {
    case 'told':
      return <FeedbackPanel key={key} {...shared} />;
    case 'note':
      return <NotePanel key={key} {...shared} />;
    case 'friend':
      return <BroughtPanel key={key} {...shared} />;
    case 'whose':
      return <WhosePanel counter={counter} />;
    case 'strip':
      return <CounterStrip {...shared} />;
  }
}

/** Somebody new: a name is enough; who sent them is one tap. */
function NewPersonPanel({ counterStore, counter }: Omit<CounterPanelProps, 'strip'>): JSX.Element {
  const { newcomer } = counterStore;
  const { name, sentBy } = newcomer;
  return (
    <StripPanel
      title={m.counter_new()}
      foot={
        <>
          <StripButton kind="quiet" word={m.counter_cancel()} onPress={counter.cancelNaming} />
          <StripButton
            kind="add"
            icon="plus"
            word={m.counter_new_add()}
            onPress={counter.logNewCustomer}
          />
        </>
      }
    >
      <form
        class="panel_form"
        onSubmit={(event) => {
          event.preventDefault();
          counter.logNewCustomer();
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
          value={name}
          onInput={(event) => counter.rename(event.currentTarget.value)}
        />
        <output class="type_cue panel_label">
          {namesakeWords(counterStore) ?? m.counter_new_sent()}
        </output>
        <div class="panel_chips">
          {likelySenders(counterStore).map(({ id, name }) => (
            <StripButton
              key={id}
              word={name}
              pressed={sentBy === id}
              onPress={() =>
                counterStore.setNewcomer({ ...newcomer, sentBy: sentBy === id ? null : id })
              }
            />
          ))}
        </div>
      </form>
    </StripPanel>
  );
}

// Their tile stands above, so a second record is never the quicker way.
function namesakeWords({ newcomer, tileRanking, roster }: CounterStore): string | null {
  const [first] = tileRanking.search(newcomer.name);
  const name = first === undefined ? undefined : roster.tileInfo(first)?.name;
  return name === undefined ? null : m.counter_new_here({ name });
}

function likelySenders(
  counterStore: CounterStore,
): readonly { readonly id: CustomerId; readonly name: string }[] {
  const here = counterStore.todayVisits.visits().flatMap(({ visit }) => visit.customerId ?? []);
  const ids = [...new Set([...here.slice(0, 3), ...counterStore.tileRanking.top(8)])].slice(0, 4);
  return ids.flatMap((id) => {
    const name = counterStore.nameOf(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

const feedbackWords: Readonly<Record<FeedbackKind, () => string>> = {
  praise: m.counter_told_praise,
  complaint: m.counter_told_complaint,
  idea: m.counter_told_idea,
};

/** What they told us: one tap says its kind; the words are optional and saved with any tap. */
function FeedbackPanel({ counterStore, counter, strip }: StripProps): JSX.Element {
  const feedback = counterStore.activeVisit?.feedback ?? null;
  const [words, setWords] = useState(feedback?.text ?? '');
  const chosen = feedback?.kind ?? null;
  function save(): void {
    if (chosen === null && words.trim() === '') return;
    addFeedback(counterStore, chosen ?? 'idea');
    setFeedbackText(counterStore, words.trim());
  }
  function saveTyped(): void {
    if (words.trim() !== '') save();
  }
  useDebounced(words, saveTyped);
  return (
    <StripPanel
      title={m.counter_told_long()}
      foot={
        <>
          <StripButton
            kind="quiet"
            word={m.counter_told_nothing()}
            onPress={() => {
              removeFeedback(counterStore);
              counter.change({ panel: 'strip' });
            }}
          />
          <DoneButton counter={counter} onSave={save} />
        </>
      }
    >
      <div class="panel_form">
        <p class="type_cue panel_label">
          {strip.name === null
            ? m.counter_told_title()
            : m.counter_told_title_of({ name: strip.name })}
        </p>
        <div class="panel_kinds">
          {feedbackKinds.map((kind) => (
            <StripButton
              key={kind}
              word={feedbackWords[kind]()}
              pressed={chosen === kind}
              onPress={() => addFeedback(counterStore, kind)}
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
          onBlur={saveTyped}
        />
      </div>
    </StripPanel>
  );
}

/** A note about the visit, saved when anything else is tapped. */
function NotePanel({ counterStore, counter, strip }: StripProps): JSX.Element {
  const [text, setText] = useState(strip.shown.visit.note);
  const field = useRef<HTMLTextAreaElement>(null);
  const save = (): void => setNote(counterStore, text.trim());
  useDebounced(text, save);
  // A note is words and nothing else, so there is nothing to press first.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <StripPanel
      title={m.counter_note_title()}
      foot={<DoneButton counter={counter} onSave={save} />}
    >
      <label class="panel_form">
        <span class="type_cue panel_label">
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
          onBlur={save}
        />
      </label>
    </StripPanel>
  );
}

function DoneButton({ counter, onSave }: { counter: Counter; onSave: () => void }): JSX.Element {
  function finish(): void {
    onSave();
    counter.change({ panel: 'strip' });
  }
  return <StripButton icon="check" word={m.counter_done()} onPress={finish} />;
}

// The tab may be closed in the middle of a sentence, without any blur: at most half a second of
// typing may be lost.
function useDebounced(text: string, save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  const before = useRef(text);
  useEffect(() => {
    if (before.current === text) return undefined;
    before.current = text;
    const timer = setTimeout(() => latest.current(), debounceMs);
    return () => clearTimeout(timer);
  }, [text]);
}

const debounceMs = 400;
