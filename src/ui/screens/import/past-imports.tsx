import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { listImports } from '#app/import/run-import.ts';
import type { ImportId, ShopImport } from '#domain/import/shop-import.ts';
import { dayText } from '#i18n/format.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { m } from '#ui/messages.ts';
import { foundText, importName } from './found-text.ts';
import './past-imports.css';
import { ProblemList } from './problem-list.tsx';

export interface PastImportsProps {
  readonly onUndo: (id: ImportId) => Promise<void>;
}

/** Earlier imports, what was left out of each, and their Undo. */
export function PastImports({ onUndo }: PastImportsProps): JSX.Element | null {
  const past = useLive(listImports, []);
  if (past.state !== 'ready' || past.value.length === 0) return null;
  return (
    <Card title={m.import_past_title()}>
      <ul>
        {past.value.map((each) => (
          <li class="past-imports_line" key={each.id}>
            <PastImport past={each} onUndo={onUndo} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface PastImportProps extends PastImportsProps {
  readonly past: ShopImport;
}

function PastImport({ past, onUndo }: PastImportProps): JSX.Element {
  const [open, setOpen] = useState<'nothing' | 'problems' | 'question'>('nothing');
  const { zone } = useSettings();
  const today = useToday();
  const dayAt = (at: number): string => dayText(toLocalTime(at, zone).day, today);
  const line =
    past.undoneAt === null
      ? m.import_past_line({ day: dayAt(past.at), found: foundText(past) })
      : m.import_past_undone({ day: dayAt(past.undoneAt) });
  return (
    <>
      <div class="past-imports_words">
        <b>
          <bdi>{importName(past)}</bdi>
        </b>
        <span class="type_sub">{line}</span>
      </div>
      <div class="line line-level button_row">
        {past.problemCount === 0 ? null : (
          <Button
            kind="quiet"
            expanded={open === 'problems'}
            onPress={() => setOpen(open === 'problems' ? 'nothing' : 'problems')}
          >
            {open === 'problems' ? m.import_past_hide() : m.import_past_problems()}
          </Button>
        )}
        {past.undoneAt === null ? (
          <Button
            label={m.import_past_undo_label({ file: importName(past) })}
            onPress={() => setOpen('question')}
          >
            {m.import_past_undo()}
          </Button>
        ) : null}
      </div>
      {open === 'question' ? (
        <Notice
          tone="ask"
          actions={
            <>
              <Button onPress={() => void onUndo(past.id)}>{m.import_past_yes()}</Button>
              <Button onPress={() => setOpen('nothing')}>{m.import_past_no()}</Button>
            </>
          }
        >
          {m.import_past_ask({ file: importName(past) })}
        </Notice>
      ) : null}
      {open === 'problems' ? (
        <ProblemList problems={past.problems} count={past.problemCount} />
      ) : null}
    </>
  );
}
