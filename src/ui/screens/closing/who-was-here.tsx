import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { dayVisitors } from '#app/counter/day-visitors.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import { voidVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { timeText } from '#i18n/date-time.ts';
import { addDays, type Day } from '#lib/day.ts';
import { useCustomerList } from '#ui/hooks/use-customer-list.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { SegmentedControl } from '#ui/parts/controls/segmented-control.tsx';
import { TickMark } from '#ui/parts/icons/tick-mark.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import './who-was-here.css';

/** So many likely people stand there before anything is typed. */
const likely = 40;

/** One tap for each person everybody forgot to log, today or yesterday. */
export function WhoWasHere({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const today = useToday();
  const [back, setBack] = useState<0 | 1>(0);
  const [typed, setTyped] = useState('');
  const day = addDays(today, -back);
  const visitors = useLive((deps) => dayVisitors(deps, day), [day]);
  const people = useStillList(typed);
  const here = visitors.state === 'ready' ? visitors.value : null;
  return (
    <Sheet title={m.closing_who()} closeWord={m.counter_close()} size="counter" onClose={onClose}>
      <div class="who-was-here">
        <SegmentedControl<0 | 1>
          label={m.closing_day()}
          options={[
            { value: 0, word: m.people_today() },
            { value: 1, word: m.people_yesterday() },
          ]}
          value={back}
          onChange={setBack}
        />
        <TextField label={m.people_find()} type="search" value={typed} onInput={setTyped} />
        {people === null || here === null ? null : people.length === 0 ? (
          <p>{m.people_picker_none()}</p>
        ) : (
          <ul class="who-was-here_people">
            {people.map((person) => (
              <VisitorLine
                key={`${day} ${person.id}`}
                person={person}
                day={day}
                visit={visitOf(person, here)}
              />
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  );
}

/** Stays as it was when it was opened or typed: nothing slides under a finger that taps on. */
function useStillList(typed: string): readonly RosterEntry[] | null {
  const { roster } = useRoster();
  const listed = useCustomerList({ roster, version: 0 }, { typed, limit: likely });
  const kept = useRef<{ readonly typed: string; readonly ids: readonly CustomerId[] } | null>(null);
  if (listed !== null && kept.current?.typed !== typed)
    kept.current = { typed, ids: listed.map(({ id }) => id) };
  const ids = kept.current?.ids ?? null;
  return useMemo(
    () => (ids === null ? null : ids.flatMap((id) => roster.person(id) ?? [])),
    [ids, roster],
  );
}

// A visit may still name a record that was merged into theirs.
function visitOf(
  { id, history }: RosterEntry,
  here: ReadonlyMap<CustomerId, Visit>,
): Visit | undefined {
  return [id, ...history.joined].flatMap((each) => here.get(each) ?? [])[0];
}

interface VisitorLineProps {
  readonly person: RosterEntry;
  readonly day: Day;
  /** Of that day; undefined for none. */
  readonly visit: Visit | undefined;
}

function VisitorLine({ person, day, visit }: VisitorLineProps): JSX.Element {
  const deps = useDeps();
  const { zone } = useSettings();
  const { run } = useAction();
  // At once, before anything is drawn: the second tap of a wet finger logs nobody twice.
  const isTapped = useRef(false);
  const { id, customer } = person;
  async function log(): Promise<void> {
    if (isTapped.current || visit !== undefined) return;
    isTapped.current = true;
    const missed = {
      customerId: id,
      kind: 'bought',
      zone,
      day,
      minute: null,
      amount: null,
    } as const;
    const saved = await run(() => addMissedVisit(deps, missed));
    if (saved === undefined) isTapped.current = false;
  }
  async function undo({ id: visitId }: Visit): Promise<void> {
    if ((await run(() => voidVisit(deps, visitId))) !== undefined) isTapped.current = false;
  }
  return (
    <li class="line_ruled who-was-here_line">
      <button
        class="press who-was-here_person"
        type="button"
        aria-pressed={visit !== undefined}
        onClick={() => void log()}
      >
        <span class="who-was-here_tick">
          {visit === undefined ? null : <TickMark place="disc" />}
        </span>
        <bdi>{customer.name}</bdi>
        <small class="type_small who-was-here_cue">{visitWords(visit) ?? customer.cue}</small>
      </button>
      <span class="who-was-here_undo">
        {visit !== undefined && visit.minute === null ? (
          <Button
            kind="quiet"
            label={m.closing_undo_named({ name: customer.name })}
            onPress={() => void undo(visit)}
          >
            {m.week_undo()}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

function visitWords(visit: Visit | undefined): string | null {
  if (visit === undefined) return null;
  return visit.minute === null
    ? m.closing_noted()
    : m.closing_here_at({ time: timeText(visit.minute) });
}
