import type { JSX } from 'preact';
import type { ImportPreview } from '#app/import/import-types.ts';
import type { Currency } from '#domain/shop/money.ts';
import { timeText } from '#i18n/date-time.ts';
import { dayText, money, numberText, enumeration } from '#i18n/format.ts';
import { birthdayWords } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { m } from '#ui/messages.ts';
import './preview-lines.css';

export interface PreviewLinesProps {
  readonly lines: ImportPreview['lines'];
  readonly currency: Currency;
}

/** Some lines of the list as they would stand in the shop. */
export function PreviewLines({ lines, currency }: PreviewLinesProps): JSX.Element {
  const today = useToday();
  const rows = lines.map((line) => cellsOf(line, { currency, today }));
  const used = columns.filter(({ kind }) => rows.some((cells) => cells[kind] !== ''));
  return (
    // No table of its own: drawn as lines on a phone, some browsers would forget that it was one.
    <div class="preview-lines" role="table" aria-label={m.import_lines_title()}>
      <div class="preview-lines_heads" role="rowgroup">
        <div class="preview-lines_line" role="row">
          {used.map(({ kind, word }) => (
            <span
              class={`preview-lines_head preview-lines_head-${kind}`}
              key={kind}
              role="columnheader"
            >
              {word()}
            </span>
          ))}
        </div>
      </div>
      <div class="preview-lines_lines" role="rowgroup">
        {rows.map((cells, place) => (
          <div class="preview-lines_line" key={place} role="row">
            {used.map(({ kind }) => (
              <span class={`preview-lines_cell preview-lines_cell-${kind}`} key={kind} role="cell">
                <Cell kind={kind} text={cells[kind]} />
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface CellProps {
  readonly kind: (typeof columns)[number]['kind'];
  readonly text: string;
}

function Cell({ kind, text }: CellProps): JSX.Element | null {
  if (text === '') return null;
  if (kind !== 'row') return <bdi>{text}</bdi>;
  return (
    <>
      <span class="preview-lines_bare">{text}</span>
      <span class="preview-lines_said">{m.import_lines_row_said({ row: text })}</span>
    </>
  );
}

const columns = [
  { kind: 'row', word: m.import_lines_row },
  { kind: 'name', word: m.import_means_name },
  { kind: 'phone', word: m.import_means_phone },
  { kind: 'email', word: m.import_means_email },
  { kind: 'birthday', word: m.import_means_birthday },
  { kind: 'day', word: m.import_lines_day },
  { kind: 'time', word: m.import_lines_time },
  { kind: 'amount', word: m.import_means_amount },
] as const;

type Cells = Readonly<Record<(typeof columns)[number]['kind'], string>>;

function cellsOf(
  line: ImportPreview['lines'][number],
  { currency, today }: { readonly currency: Currency; readonly today: Day },
): Cells {
  const { row, name, phones, emails, birthday, day, minute, amount } = line;
  return {
    row: numberText(row),
    name: name === '' ? m.import_lines_no_name() : name,
    phone: enumeration(phones),
    email: enumeration(emails),
    birthday: birthday === null ? '' : birthdayWords(birthday),
    day: day === null ? '' : dayText(day, today),
    time: minute === null ? '' : timeText(minute),
    amount: amount === null ? '' : money(amount, currency),
  };
}
