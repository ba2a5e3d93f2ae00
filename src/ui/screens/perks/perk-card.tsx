import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { continuePerk, endPerk, perkNoticeDays } from '#app/perks/perks.ts';
import type { PerkDue, PerkLine } from '#domain/week/perk-board.ts';
import { isCountedByYear, type Perk } from '#domain/week/perk.ts';
import { dayText, numberText, ordinalText } from '#i18n/format.ts';
import { perkProgressText, perkSentence } from '#i18n/perks.ts';
import { addDays, type Day } from '#lib/day.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { HandOverList } from '#ui/parts/week/hand-over-list.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

export interface PerkCardProps {
  readonly line: PerkLine;
  readonly onSettle: (due: PerkDue, how: 'given' | 'declined') => void;
}

/** One rule of the poster: the sentence, the figures, and everybody to whom it is due. */
export function PerkCard({ line, onSettle }: PerkCardProps): JSX.Element {
  const { perk, due } = line;
  const { currency } = useSettings();
  const today = useToday();
  return (
    <Card title={perkSentence(perk, currency)}>
      <p class="type_sub">{factsText(line, today)}</p>
      {perk.endedOn === null ? null : <p>{endText(perk.endedOn, today)}</p>}
      {due.length === 0 ? null : (
        <HandOverList
          lines={due.map((each) => ({
            key: `${each.customerId} ${each.round}`,
            name: each.name,
            href: formatRoute({ kind: 'person', id: each.customerId }),
            what: timesText(perk, each),
            note: dayText(each.day, today),
            keys: <DueButtons due={each} onSettle={onSettle} />,
          }))}
        />
      )}
      <div class="line perks_keys">
        <NearPeople line={line} />
        <EndButtons perk={perk} />
      </div>
    </Card>
  );
}

function DueButtons({
  due,
  onSettle,
}: Pick<PerkCardProps, 'onSettle'> & { readonly due: PerkDue }): JSX.Element {
  const { name } = due;
  return (
    <>
      <Button
        kind="give"
        label={m.perk_given_label({ name })}
        onPress={() => onSettle(due, 'given')}
      >
        {m.perk_given()}
      </Button>
      <Button
        kind="quiet"
        label={m.perk_declined_label({ name })}
        onPress={() => onSettle(due, 'declined')}
      >
        {m.perk_declined()}
      </Button>
    </>
  );
}

function NearPeople({ line: { near, perk } }: Pick<PerkCardProps, 'line'>): JSX.Element | null {
  const { currency } = useSettings();
  const [isOpen, setOpen] = useState(false);
  if (near.length === 0) return null;
  return (
    <div class="perks_near">
      <Button kind="link" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {`${m.perk_near()} ${numberText(near.length)}`}
      </Button>
      {isOpen ? (
        <ul>
          {near.map(({ customerId, name, progress }) => (
            <li key={customerId} class="line">
              <a href={formatRoute({ kind: 'person', id: customerId })}>
                <bdi>{name}</bdi>
              </a>
              <span class="type_sub">{perkProgressText(perk, progress, currency)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

// Ending asks once: it cannot be published again as it was.
function EndButtons({ perk }: { readonly perk: Perk }): JSX.Element | null {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [isAsked, setAsked] = useState(false);
  if (perk.endedOn !== null)
    return perk.endedOn < today ? null : (
      <Button busy={isRunning} onPress={() => void run(() => continuePerk(deps, perk.id, today))}>
        {m.perk_keep()}
      </Button>
    );
  if (!isAsked)
    return (
      <Button kind="quiet" onPress={() => setAsked(true)}>
        {m.perk_end()}
      </Button>
    );
  const end = dayText(addDays(today, perkNoticeDays), today);
  return (
    <div class="perks_end">
      <p>{m.perk_end_hint({ day: dayText(perk.publishedOn ?? today, today), end })}</p>
      <div class="line">
        <Button
          kind="danger"
          busy={isRunning}
          onPress={() => void run(() => endPerk(deps, perk.id, today))}
        >
          {m.perk_end_yes({ end })}
        </Button>
        <Button onPress={() => setAsked(false)}>{m.perk_keep()}</Button>
      </div>
    </div>
  );
}

function factsText(line: PerkLine, today: Day): string {
  const { perk, reached, given, due, declined, givenTakenBack } = line;
  const parts = [
    m.perk_facts({
      day: dayText(perk.publishedOn ?? today, today),
      reached: numberText(reached),
      given: numberText(given),
      waiting: numberText(due.length),
    }),
    declined === 0 ? '' : m.perk_facts_declined({ count: numberText(declined) }),
    givenTakenBack === 0 ? '' : m.perk_facts_taken_back({ count: numberText(givenTakenBack) }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function endText(endedOn: Day, today: Day): string {
  const day = dayText(endedOn, today);
  return endedOn < today ? m.perk_ended({ day }) : m.perk_ends({ day });
}

function timesText(perk: Perk, { round }: PerkDue): string {
  if (round === 0) return m.perk_due_new();
  const { threshold, measure } = perk;
  if (isCountedByYear(perk)) return m.perk_due_year({ year: String(round) });
  const count = measure === 'visit-days' ? round * threshold : round;
  return measure === 'visit-days'
    ? m.perk_due_visit({ ordinal: ordinalText(count) })
    : m.perk_due_time({ count, ordinal: ordinalText(count) });
}
