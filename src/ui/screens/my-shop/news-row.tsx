import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { markNewsRead, unreadNews } from '#app/shop/news.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { dayText, numberText } from '#i18n/format.ts';
import type { Day } from '#lib/day.ts';
import { timestampMs } from '#lib/hlc.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { newsLines } from './news-lines.ts';
import './news-row.css';

/** One row after an update, with a dot; gone once it was read. Never a window by itself. */
export function NewsRow(): JSX.Element | null {
  const settings = useSettings();
  const today = useToday();
  const [{ since, lines }, setUnread] = useState(() =>
    unreadNews(newsLines, { begunOn: begunOn(settings), today }),
  );
  const [isOpen, setOpen] = useState(false);
  if (lines.length === 0) return null;
  function open(): void {
    markNewsRead(newsLines);
    setOpen(true);
  }
  return (
    <Card>
      <RowList>
        <Row
          icon={
            <span class="news-row_icon">
              <OwnerIcon name="star" />
            </span>
          }
          title={m.news_row({ day: dayText(since, today) })}
          value={numberText(lines.length)}
          onPress={open}
        />
      </RowList>
      {isOpen ? (
        <Sheet
          title={m.news_title()}
          closeWord={m.my_shop_close()}
          onClose={() => setUnread({ since, lines: [] })}
          foot={
            <Button kind="primary" onPress={() => setUnread({ since, lines: [] })}>
              {m.my_shop_done()}
            </Button>
          }
        >
          <ul class="news-row_lines">
            {lines.map(({ day, text }) => (
              <li key={text()}>
                <small class="type_sub type_small news-row_day">{dayText(day, today)}</small>
                {text()}
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </Card>
  );
}

function begunOn({ made, zone }: Settings): Day {
  return toLocalTime(timestampMs(made), zone).day;
}
