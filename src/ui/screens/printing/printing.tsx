import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { changeSettings } from '#app/shop/change-settings.ts';
import type { PrinterFit } from '#domain/shop/printing.ts';
import type { Paper, SettingsValues } from '#domain/shop/settings.ts';
import { numberText } from '#i18n/format.ts';
import { keysOf } from '#lib/typed-keys.ts';
import { envelopeSizes } from '#paper/sheets/envelope-sheets.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Columns, Page } from '#ui/parts/layout/page.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { envelopeText } from '#ui/screens/paper/envelope-text.ts';
import {
  labelFormatById,
  labelFormatsFor,
  labelFormatText,
} from '#ui/screens/paper/label-choice.ts';
import { SenderField } from '#ui/screens/print/sender-field.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { OwnSheetFields } from './own-sheet-fields.tsx';
import './printing.css';

/** The printers and what they do to a page, and the paper that lies in the drawer. */
export function PrintingScreen(): JSX.Element {
  return (
    <Page
      title={m.printing_title()}
      lead={m.printing_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.perks_back() }}
    >
      <Columns kind="even">
        <div class="printing_stack">
          <Printers />
          <Card title={m.printing_walls()}>
            <RowList>
              <Row
                icon={<OwnerIcon name="star" />}
                title={m.poster_title()}
                hint={m.poster_hint()}
                href={formatRoute({ kind: 'poster' })}
              />
              <Row
                icon={<OwnerIcon name="list" />}
                title={m.wall_title()}
                hint={m.wall_hint()}
                href={formatRoute({ kind: 'wall' })}
              />
            </RowList>
          </Card>
        </div>
        <div class="printing_stack">
          <Card title={m.printing_labels()}>
            <LabelSheetField />
          </Card>
          <Card title={m.printing_own()}>
            <OwnSheetFields />
          </Card>
          <Card title={m.printing_envelopes()}>
            <EnvelopeField />
            <SenderField />
          </Card>
        </div>
      </Columns>
    </Page>
  );
}

function Printers(): JSX.Element {
  const { printers } = useSettings();
  const change = useChange();
  const [removed, setRemoved] = useState<PrinterFit | null>(null);
  async function remove(fit: PrinterFit): Promise<void> {
    if (await change({ printers: printers.filter((each) => each !== fit) })) setRemoved(fit);
  }
  async function restore(): Promise<void> {
    if (removed !== null && (await change({ printers: [...printers, removed] }))) setRemoved(null);
  }
  return (
    <Card title={m.printing_printers()}>
      {removed === null ? null : (
        <Notice
          tone="done"
          actions={<Button onPress={() => void restore()}>{m.printing_undo()}</Button>}
        >
          {m.printing_removed({ name: printerText(removed) })}
        </Notice>
      )}
      {printers.length === 0 ? <p class="type_sub">{m.printing_none()}</p> : null}
      <RowList>
        {printers.map((fit) => (
          <Row
            key={`${fit.printer} ${fit.paper}`}
            title={<bdi>{printerText(fit)}</bdi>}
            hint={fitText(fit)}
            control={
              <Button
                kind="quiet"
                label={m.printing_remove_label({ name: printerText(fit) })}
                onPress={() => void remove(fit)}
              >
                {m.printing_remove()}
              </Button>
            }
          />
        ))}
      </RowList>
      <ButtonLink
        href={formatRoute({ kind: 'test-sheet' })}
        icon={<OwnerIcon name="printer" size="beside" />}
      >
        {m.printing_test()}
      </ButtonLink>
    </Card>
  );
}

function LabelSheetField(): JSX.Element {
  const { labels, ownLabels } = useSettings();
  const change = useChange();
  return (
    <SelectField
      label={m.print_label_sheet()}
      options={labelFormatsFor(ownLabels).map((each) => ({
        value: each.id,
        word: labelFormatText(each),
      }))}
      value={labelFormatById(labels, ownLabels).id}
      onChange={(id) => void change({ labels: id })}
    />
  );
}

function EnvelopeField(): JSX.Element {
  const { envelope } = useSettings();
  const change = useChange();
  const sizes = keysOf(envelopeSizes);
  return (
    <SelectField
      label={m.print_envelope()}
      options={sizes.map((value) => ({ value, word: envelopeText(value) }))}
      value={sizes.find((each) => each === envelope) ?? 'c6'}
      onChange={(size) => void change({ envelope: size })}
    />
  );
}

function useChange(): (changes: Partial<SettingsValues>) => Promise<boolean> {
  const deps = useDeps();
  const { run } = useAction();
  return async (changes) => (await run(() => changeSettings(deps, changes))) !== undefined;
}

function printerText({ printer, paper }: PrinterFit): string {
  const papers: Readonly<Record<Paper, () => string>> = { a4: m.print_a4, letter: m.print_letter };
  const known = keysOf(papers).find((each) => each === paper);
  return m.printing_printer({
    name: printer,
    paper: known === undefined ? paper.toUpperCase() : papers[known](),
  });
}

/** What it does to a page, and what is made up for. */
function fitText({ scaleX, scaleY, shiftX, shiftY }: PrinterFit): string {
  return m.printing_fit({
    across: percentText(scaleX),
    down: percentText(scaleY),
    right: numberText(tenths(shiftX)),
    below: numberText(tenths(shiftY)),
  });
}

function percentText(scale: number): string {
  return numberText(tenths(scale * 100));
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
