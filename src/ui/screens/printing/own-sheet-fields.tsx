import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { changeSettings } from '#app/shop/change-settings.ts';
import type { Paper } from '#domain/shop/settings.ts';
import type { OwnLabels } from '#domain/shop/printing.ts';
import { numberText } from '#i18n/format.ts';
import { checkOwnSheet, type OwnSheetNumbers, type OwnSheetProblem } from '#paper/label-formats.ts';
import { keptOwnLabels } from '#paper/own-labels.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';

const measures = ['columns', 'rows', 'w', 'h', 'gapX', 'gapY'] as const;
type OwnMeasure = (typeof measures)[number];
type Typed = Readonly<Record<OwnMeasure, string>>;

/** A label sheet that is not in the list, by six measures read off with a ruler. */
export function OwnSheetFields(): JSX.Element {
  const deps = useDeps();
  const { paper, ownLabels } = useSettings();
  const { run, isRunning } = useAction();
  const [typed, setTyped] = useState(() => typedFrom(ownLabels));
  const [problem, setProblem] = useState<OwnSheetProblem | null>(null);
  const [isSaved, setSaved] = useState(false);
  async function save(): Promise<void> {
    const format = checkOwnSheet(numbersFrom(typed, paper));
    setProblem(format.ok ? null : format.problem);
    if (!format.ok) return;
    const kept = { ownLabels: keptOwnLabels(format.value), labels: 'own' };
    setSaved((await run(() => changeSettings(deps, kept))) !== undefined);
  }
  return (
    <FieldStack>
      <p class="type_sub">{m.printing_own_lead()}</p>
      <FieldStack columns="two">
        {measures.map((measure) => (
          <TextField
            key={measure}
            label={measureWords[measure]()}
            inputMode="decimal"
            maxLength={6}
            value={typed[measure]}
            problem={
              problem?.kind === 'not-a-number' && problem.field === measure
                ? wrongWords(measure)
                : null
            }
            onInput={(text) => {
              setTyped({ ...typed, [measure]: text });
              setSaved(false);
            }}
          />
        ))}
      </FieldStack>
      <p role="status">{isSaved ? m.printing_own_saved() : roomText(problem)}</p>
      <Button busy={isRunning} onPress={() => void save()}>
        {m.printing_own_save()}
      </Button>
    </FieldStack>
  );
}

function roomText(problem: OwnSheetProblem | null): string {
  if (problem === null || problem.kind === 'not-a-number') return '';
  const { count, each, sum, room } = problem;
  const facts = {
    count,
    each: numberText(each),
    sum: numberText(sum),
    room: numberText(room),
    gaps: count - 1,
  };
  return problem.kind === 'too-wide'
    ? m.printing_own_too_wide(facts)
    : m.printing_own_too_high(facts);
}

function wrongWords(measure: OwnMeasure): string {
  if (measure === 'columns' || measure === 'rows') return m.printing_own_wrong_count();
  return measure === 'w' || measure === 'h'
    ? m.printing_own_wrong_size()
    : m.printing_own_wrong_gap();
}

function numbersFrom(typed: Typed, paper: Paper): OwnSheetNumbers {
  const number = (measure: OwnMeasure): number => {
    const text = typed[measure].trim().replace(',', '.');
    return text === '' ? Number.NaN : Number(text);
  };
  return {
    paper,
    columns: number('columns'),
    rows: number('rows'),
    w: number('w'),
    h: number('h'),
    gapX: number('gapX'),
    gapY: number('gapY'),
  };
}

function typedFrom(own: OwnLabels | null): Typed {
  if (own === null) return { columns: '', rows: '', w: '', h: '', gapX: '0', gapY: '0' };
  const { columns, rows, width, height, pitchX, pitchY } = own;
  return {
    columns: String(columns),
    rows: String(rows),
    w: String(width),
    h: String(height),
    gapX: tenthsText(pitchX - width),
    gapY: tenthsText(pitchY - height),
  };
}

function tenthsText(mm: number): string {
  return String(Math.round(mm * 100) / 100);
}

const measureWords: Readonly<Record<OwnMeasure, () => string>> = {
  columns: m.printing_own_columns,
  rows: m.printing_own_rows,
  w: m.printing_own_width,
  h: m.printing_own_height,
  gapX: m.printing_own_gap_across,
  gapY: m.printing_own_gap_down,
};
