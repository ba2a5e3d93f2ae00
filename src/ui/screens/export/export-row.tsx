import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ExportForm } from '#app/export/export-types.ts';
import {
  canShareExport,
  prepareExport,
  saveExport,
  shareExport,
  type PreparedExport,
} from '#app/export/exports.ts';
import { decimalSign } from '#i18n/language/decimal-sign.ts';
import { numberText } from '#i18n/format.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Row } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';

export interface ExportRowProps {
  readonly form: ExportForm;
  readonly title: string;
  readonly hint: string;
}

/** One list: it is made when asked for, saved at once, and can be handed on from then. */
export function ExportRow({ form, title, hint }: ExportRowProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [made, setMade] = useState<PreparedExport | null>(null);

  async function save(): Promise<void> {
    const words = { list: title, birthday: m.export_birthday({ name: '{name}' }) };
    const prepared = await run(() =>
      prepareExport(deps, { form, today, decimal: decimalSign(), words }),
    );
    if (prepared === undefined) return;
    saveExport(prepared);
    setMade(prepared);
  }

  return (
    <Row
      title={title}
      hint={
        <>
          {hint}
          <span class="export_made" role="status">
            {made === null ? null : madeWords(made)}
          </span>
        </>
      }
      control={
        <span class="export_keys">
          {made !== null && canShareExport(made) ? (
            <Button
              label={m.export_share_named({ what: title })}
              onPress={() => void shareExport(made)}
            >
              {m.export_share()}
            </Button>
          ) : null}
          <Button
            label={m.export_save_named({ what: title })}
            busy={isRunning}
            onPress={() => void save()}
          >
            {isRunning ? m.export_making() : m.export_save()}
          </Button>
        </span>
      }
    />
  );
}

function madeWords({ file, count }: PreparedExport): string {
  return m.export_made({ name: file.name, count, text: numberText(count) });
}
