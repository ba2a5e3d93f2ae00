import type { JSX } from 'preact';
import type { LineStatus, UnreadParcels } from '#app/tablets/tablets-view.ts';
import { numberText } from '#i18n/format.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { dateTimeText } from '#ui/screens/recovery/date-time-text.ts';
import { m } from '#ui/messages.ts';

export interface LineCardProps {
  readonly line: LineStatus;
  readonly aside: readonly UnreadParcels[];
  readonly refused: number;
  readonly count: number;
}

/** Whether every tablet can know what is noted here, and what is still on its way. */
export function LineCard({ line, aside, refused, count }: LineCardProps): JSX.Element {
  const isCalm = line.problem === null && line.waiting === 0 && line.coming === 0;
  const isTimely = line.clocks === null && line.heldUntil === null;
  const isRead = aside.length === 0 && refused === 0;
  const isSafe = line.problem === null && isTimely && isRead;
  return (
    <Card tone={isSafe ? 'safe' : 'ask'} title={titleOf({ line, aside, count })}>
      <div role="status">
        {isCalm ? null : <Waiting {...line} />}
        {line.problem === null ? null : <Reason {...line} />}
        {isTimely ? null : <Clocks {...line} />}
        {aside.map((unread) => (
          <p key={`${unread.why} ${unread.from}`}>{unreadText(unread)}</p>
        ))}
        {refused === 0 ? null : <p>{m.tablets_refused_parcels()}</p>}
      </div>
    </Card>
  );
}

function titleOf({ line, aside, count }: Omit<LineCardProps, 'refused'>): string {
  const { problem, waiting, coming, clocks, heldUntil } = line;
  if (problem !== null) return titles[problem]();
  if (clocks !== null) return m.tablets_clocks_title();
  if (coming > 0) return m.tablets_coming_title();
  if (waiting > 0) return m.tablets_sending_title();
  if (heldUntil !== null) return m.tablets_held_title();
  if (aside.length > 0) return m.tablets_aside_title();
  return count > 1 ? m.tablets_all_here() : m.tablets_one();
}

/** That a clock is wrong, or was. */
function Clocks({ clocks, heldUntil }: LineStatus): JSX.Element {
  const { zone } = useSettings();
  const now = useDeps().clock.now();
  if (clocks !== null) {
    const here = dateTimeText(clocks.here, zone, now);
    const there = dateTimeText(clocks.there, zone, now);
    return (
      <p>
        {m.tablets_clocks({
          day: here.day,
          time: here.time,
          server_day: there.day,
          server_time: there.time,
        })}
      </p>
    );
  }
  return <p>{m.tablets_held(dateTimeText(heldUntil ?? now, zone, now))}</p>;
}

function unreadText({ from, why }: UnreadParcels): string {
  const name = from ?? m.tablets_some_tablet();
  if (why === 'ahead') return m.tablets_aside_ahead({ name });
  return why === 'newer' ? m.tablets_aside_newer({ name }) : m.tablets_aside({ name });
}

function Waiting({ waiting, coming }: LineStatus): JSX.Element {
  return (
    <>
      {waiting === 0 ? null : (
        <p>{m.tablets_waiting({ count: waiting, text: numberText(waiting) })}</p>
      )}
      {coming === 0 ? null : <p>{m.tablets_coming({ count: coming, text: numberText(coming) })}</p>}
    </>
  );
}

function Reason({ problem, reachedAt }: LineStatus): JSX.Element {
  const { zone } = useSettings();
  const since =
    reachedAt === null ? null : m.tablets_since(dateTimeText(reachedAt, zone, reachedAt));
  return (
    <>
      <p>{problem === null ? null : reasons[problem]()}</p>
      {since === null ? null : <p>{since}</p>}
    </>
  );
}

type Problem = NonNullable<LineStatus['problem']>;

const titles: Readonly<Record<Problem, () => string>> = {
  'no-line': m.tablets_line_none,
  'taken-out': m.tablets_line_taken_out,
  'unknown-here': m.tablets_line_unknown,
  full: m.tablets_line_full,
  tampered: m.tablets_line_tampered,
};

const reasons: Readonly<Record<Problem, () => string>> = {
  'no-line': m.tablets_line_none_words,
  'taken-out': m.tablets_line_taken_out_words,
  'unknown-here': m.tablets_line_unknown_words,
  full: m.tablets_line_full_words,
  tampered: m.tablets_line_tampered_words,
};
