import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { knownFaces } from '#app/customers/known-faces.ts';
import { nameCards, type NameCard } from '#domain/doubles/name-cards.ts';
import { weekdaysWords } from '#i18n/story.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { useDeps, useShop, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './learn-names.css';

/** Ten cards to learn names by. Nothing is kept or counted, so nobody has to be good at it. */
export function LearnNamesScreen(): JSX.Element {
  const { cards, deal } = useCards();
  const [place, setPlace] = useState(0);
  const card = cards[place];
  const back = { href: formatRoute({ kind: 'people' }), word: m.people_title() };
  function again(): void {
    deal();
    setPlace(0);
  }
  return (
    <Page title={m.learn_title()} lead={m.learn_lead()} back={back}>
      <div class="learn-names">
        {cards.length === 0 ? (
          <Empty title={m.learn_none()}>{m.learn_none_hint()}</Empty>
        ) : card === undefined ? (
          <Empty
            title={m.learn_done()}
            action={
              <Button kind="primary" onPress={again}>
                {m.learn_again()}
              </Button>
            }
          >
            {m.learn_done_words()}
          </Empty>
        ) : (
          <Question
            key={card.id}
            card={card}
            place={m.learn_place({ place: place + 1, count: cards.length })}
            onNext={() => setPlace(place + 1)}
          />
        )}
      </div>
    </Page>
  );
}

// Drawn once: a visit logged meanwhile must not change the card that is being looked at.
function useCards(): { readonly cards: readonly NameCard[]; readonly deal: () => void } {
  const { roster } = useShop();
  const { ids } = useDeps();
  const today = useToday();
  const draw = (): readonly NameCard[] =>
    nameCards(knownFaces(roster, today), today, seededRandom(ids.next()));
  const [cards, setCards] = useState(draw);
  return { cards, deal: () => setCards(draw()) };
}

interface QuestionProps {
  readonly card: NameCard;
  /** "Card 3 of 10". */
  readonly place: string;
  readonly onNext: () => void;
}

function Question({ card, place, onNext }: QuestionProps): JSX.Element {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Card title={m.learn_who()} aside={<span class="type_sub type_small">{place}</span>}>
      <p class="learn-names_cue">
        <bdi>{card.cue}</bdi>
        {card.weekday === null ? null : (
          <small class="learn-names_day">
            {m.learn_usually({ days: weekdaysWords(card.weekday) })}
          </small>
        )}
      </p>
      <div class="learn-names_choices">
        {card.choices.map((name) => (
          <Button
            key={name}
            size="counter"
            width="full"
            kind={chosen !== null && name === card.name ? 'primary' : 'plain'}
            pressed={name === chosen}
            onPress={() => setChosen(chosen ?? name)}
          >
            <bdi>{name}</bdi>
          </Button>
        ))}
      </div>
      <div class="line line-apart learn-names_foot">
        <p class="learn-names_answer" aria-live="polite">
          {chosen === null ? null : answerText(card, chosen)}
        </p>
        {chosen === null ? null : (
          <Button kind="primary" onPress={onNext}>
            {m.learn_next()}
          </Button>
        )}
      </div>
    </Card>
  );
}

function answerText({ name }: NameCard, chosen: string): string {
  return chosen === name ? m.learn_right({ name }) : m.learn_wrong({ name });
}
