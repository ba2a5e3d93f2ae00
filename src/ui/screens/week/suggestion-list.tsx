import type { JSX } from 'preact';
import type { WeekItem } from '#app/week/stable-list.ts';
import { answersFeedback, mentionsMoney } from '#domain/week/reason.ts';
import type { Suggestion } from '#domain/week/suggestion.ts';
import { countText, money, type Wording } from '#i18n/format.ts';
import { suggestedText, yesText } from '#i18n/gestures.ts';
import { offerAdviceText, offerChoiceText } from '#i18n/offers.ts';
import { whyLine } from '#i18n/reasons.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { SkippedCard, SuggestionCard } from '#ui/parts/week/suggestion-card.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import type { WeekActions } from './use-week-actions.ts';
import { useWording } from './use-wording.ts';

export interface SuggestionListProps {
  readonly items: readonly WeekItem[];
  readonly actions: WeekActions;
  readonly focusNext: (selector: string) => void;
  readonly onAlternative: (suggestion: Suggestion) => void;
  /** Yes to an offer that has no name yet. */
  readonly onUnnamed: (suggestion: Suggestion) => void;
}

/** The suggestions. After a yes the focus moves to the next one; after Skip to its Undo. */
export function SuggestionList(props: SuggestionListProps): JSX.Element {
  const { items, actions, focusNext } = props;
  const wording = useWording();
  const { skipWeeks } = useSettings();
  const until = m.week_skipped_for({ weeks: skipWeeks, words: countText(skipWeeks) });

  async function accept(item: WeekItem, suggestion: Suggestion): Promise<void> {
    if (suggestion.gesture === 'offer' && suggestion.words === '') {
      props.onUnnamed(suggestion);
      return;
    }
    const done = await actions.accept(suggestion);
    if (done) focusNext(afterOf(item, items));
  }
  async function skip(key: string, suggestion: Suggestion): Promise<void> {
    const done = await actions.skip(suggestion);
    if (done) focusNext(keyIn(key, 'skipped'));
  }
  async function putBack(item: Extract<WeekItem, { kind: 'skipped' }>): Promise<void> {
    const done = await actions.putBack(item.skipped);
    if (done) focusNext(keyIn(item.key, 'open'));
  }

  return (
    <ol class="week_suggestions" aria-label={m.week_suggestions()}>
      {items.map((item) => (
        <li key={item.key} data-place={item.key} data-state={item.kind} {...codesOf(item)}>
          {item.kind === 'open' ? (
            <OpenSuggestion
              suggestion={item.suggestion}
              wording={wording}
              busy={actions.busy}
              onYes={() => void accept(item, item.suggestion)}
              onAlternative={() => props.onAlternative(item.suggestion)}
              onSkip={() => void skip(item.key, item.suggestion)}
            />
          ) : (
            <SkippedCard
              name={item.skipped.name}
              until={until}
              busy={actions.busy}
              onPutBack={() => void putBack(item)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

/** The codes behind the words, for whoever reads the page by machine. */
function codesOf(item: WeekItem): Readonly<Record<`data-${string}`, string>> {
  if (item.kind !== 'open') return {};
  const { gesture, segments, reasons } = item.suggestion;
  return {
    'data-gesture': gesture,
    'data-kinds': segments.map(({ segment }) => segment).join(' '),
    'data-reasons': reasons.map(({ code }) => code).join(' '),
  };
}

interface OpenSuggestionProps {
  readonly suggestion: Suggestion;
  readonly wording: Wording;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onAlternative: () => void;
  readonly onSkip: () => void;
}

function OpenSuggestion({ suggestion, wording, ...keys }: OpenSuggestionProps): JSX.Element {
  const { amounts } = useSettings();
  const { name, gesture, words, reasons, segments, place, cost } = suggestion;
  const notes = [adviceText(suggestion, wording), effectText(suggestion)];
  const shown = amounts ? reasons : reasons.filter((reason) => !mentionsMoney(reason));
  const shownKinds = segments
    .map(({ segment }) => segment)
    .slice(0, place === 'answer' ? 0 : maxSegments);
  return (
    <SuggestionCard
      {...keys}
      name={name}
      href={formatRoute({ kind: 'person', id: suggestion.customerId })}
      told={place === 'answer' ? toldIn(reasons) : null}
      segments={shownKinds}
      why={whyLine(shown, wording)}
      gesture={gesture}
      what={suggestedText({ kind: gesture, words, reasons })}
      aside={gesture === 'word' ? asideOfWord(place) : money(cost, wording.currency)}
      yes={yesText({ kind: gesture, words })}
      notes={notes.filter((note) => note !== null)}
      arithmetic={
        amounts || suggestion.worth === null ? offerChoiceText(suggestion, wording) : null
      }
    />
  );
}

/** What they told the shop, when that is a reason for the suggestion. */
function toldIn(reasons: Suggestion['reasons']): 'praise' | 'complaint' | 'idea' | null {
  const open = reasons.find(answersFeedback);
  if (open === undefined) return null;
  return open.code === 'complaint-open' ? 'complaint' : open.kind;
}

function adviceText({ advice }: Suggestion, wording: Wording): string | null {
  return advice === null ? null : offerAdviceText(advice, wording);
}

function effectText({ learned }: Suggestion): string | null {
  if (learned === null) return null;
  const { cameBack: back, ...counts } = learned;
  return m.week_learned({ back, ...counts });
}

/** One fits the line of the name; the others stand on the person's page. */
const maxSegments = 1;

function asideOfWord(place: Suggestion['place']): string {
  return place === 'answer' ? m.week_before_any_card() : '';
}

function keyIn(place: string, state: WeekItem['kind']): string {
  return `[data-place="${place}"][data-state="${state}"] button`;
}

/** After a yes: the next suggestion, else the one before, else what waits for handing over. */
function afterOf(item: WeekItem, items: readonly WeekItem[]): string {
  const place = items.indexOf(item);
  const others = [...items.slice(place + 1), ...items.slice(0, place).toReversed()];
  const next = others.find((each) => each.kind === 'open');
  return next === undefined ? '[data-place="hand-over"] button' : keyIn(next.key, 'open');
}
