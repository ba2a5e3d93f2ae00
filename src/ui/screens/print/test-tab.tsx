import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fitOfPrinter, savePrinterFit } from '#app/print/printer-fits.ts';
import { numberText } from '#i18n/format.ts';
import { ok } from '#lib/result.ts';
import type { PaperFit, PaperSheet } from '#paper/marks.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import {
  composedFit,
  crossInset,
  measuredFit,
  ruleAcross,
  ruleDown,
  type FitProblem,
} from '#paper/printer-fit.ts';
import { testSheet } from '#paper/sheets/test-sheet.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { m } from '#ui/messages.ts';
import { labelFormatById } from '#ui/screens/paper/label-choice.ts';
import { useOutcome } from '#ui/screens/paper/outcome-question.tsx';
import { PaperField } from './paper-field.tsx';
import type { PrintTabProps } from './print-choices.ts';
import { Studio } from '#ui/screens/paper/studio.tsx';

const readings = ['across', 'down', 'left', 'top'] as const;
type Reading = (typeof readings)[number];
type Readings = Readonly<Record<Reading, string>>;
const nothingRead: Readings = { across: '', down: '', left: '', top: '' };

/** A sheet to measure a printer with, and what was read off it with a ruler. */
export function TestTab(props: PrintTabProps): JSX.Element {
  const { chosen, onChoose, printer, step, onStep } = props;
  const measuring = useMeasuring(props);
  const { known, name, problem, typeName, isSaved, shrunk, isRunning, keep, save } = measuring;
  return (
    <Studio
      printer={printer}
      place={props.place}
      sheets={useTestSheets(props, known)}
      name={m.print_test_title()}
      outcome={useOutcome({
        step,
        onStep,
        doneWords: m.print_test_came_out(),
        onGood: async () => ok('done'),
      })}
      about={[isSaved ? m.print_test_saved() : m.print_test_about()]}
    >
      <PaperField chosen={chosen} onChoose={onChoose} />
      <TextField
        label={m.print_printer_name()}
        hint={m.print_printer_name_hint()}
        problem={problem === 'no-name' ? m.print_printer_name_missing() : null}
        value={name}
        maxLength={40}
        onInput={typeName}
      />
      <ReadingFields {...measuring} />
      <StretchQuestion shrunk={shrunk} busy={isRunning} onStretch={(fit) => void keep(fit)} />
      <Button width="full" busy={isRunning} onPress={() => void save()}>
        {m.print_test_save()}
      </Button>
    </Studio>
  );
}

/** One printer being measured: what is typed, what is wrong with it, and how it is saved. */
interface Measuring {
  readonly name: string;
  readonly typeName: (typed: string) => void;
  readonly read: Readings;
  readonly setRead: (read: Readings) => void;
  readonly problem: FitProblem | 'no-name' | null;
  /** How the printer was known to print before. */
  readonly known: PaperFit | null;
  /** What was measured, while it waits whether the page is to be stretched. */
  readonly shrunk: PaperFit | null;
  readonly isSaved: boolean;
  readonly isRunning: boolean;
  readonly save: () => Promise<void>;
  readonly keep: (measured: PaperFit) => Promise<void>;
}

function useMeasuring({ chosen, printerName, onPrinterName }: PrintTabProps): Measuring {
  const deps = useDeps();
  const { run, isRunning } = useAction();
  const { printers } = useSettings();
  const [name, setName] = useState(printerName);
  const [read, setRead] = useState(nothingRead);
  const [problem, setProblem] = useState<FitProblem | 'no-name' | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [shrunk, setShrunk] = useState<PaperFit | null>(null);
  const printer = name.trim();
  const known = fitOfPrinter(printers, printer, chosen.paper);
  async function save(): Promise<void> {
    if (printer === '') return setProblem('no-name');
    const measured = measuredFit({
      across: lengthFrom(read.across),
      down: lengthFrom(read.down),
      left: lengthFrom(read.left),
      top: lengthFrom(read.top),
    });
    setProblem(measured.ok ? null : measured.problem);
    if (!measured.ok) return;
    if (known === null && isShrunk(measured.value)) return setShrunk(measured.value);
    await keep(measured.value);
  }
  async function keep(measured: PaperFit): Promise<void> {
    const fit = composedFit(known, measured);
    const saved = await run(() => savePrinterFit(deps, { printer, paper: chosen.paper, ...fit }));
    if (saved === undefined) return;
    onPrinterName(printer);
    setRead(nothingRead);
    setShrunk(null);
    setSaved(true);
  }
  function typeName(typed: string): void {
    setName(typed);
    setSaved(false);
  }
  return { name, typeName, read, setRead, problem, known, shrunk, isSaved, isRunning, save, keep };
}

function useTestSheets(
  { chosen, printer }: PrintTabProps,
  known: PaperFit | null,
): readonly PaperSheet[] {
  const { ownLabels } = useSettings();
  return useMemo(() => {
    const labels = labelFormatById(chosen.labelSheet, ownLabels);
    const words = {
      title: m.print_test_title(),
      across: m.print_test_across({ length: ruleAcross }),
      down: m.print_test_down({ length: ruleDown }),
      steps: [m.print_test_step_measure(), m.print_test_step_labels()],
    };
    const fitting = labels.paper === chosen.paper ? labels : null;
    const size = pageSizes[chosen.paper];
    return [testSheet({ size, labels: fitting, words, fit: known }, printer.measure)];
  }, [chosen.paper, chosen.labelSheet, ownLabels, known, printer]);
}

function ReadingFields({ read, setRead, problem }: Measuring): JSX.Element {
  return (
    <FieldStack columns="two">
      {readings.map((reading) => (
        <TextField
          key={reading}
          label={readingWords[reading]()}
          inputMode="decimal"
          problem={problemText(problem, reading)}
          value={read[reading]}
          onInput={(typed) => setRead({ ...read, [reading]: typed })}
        />
      ))}
    </FieldStack>
  );
}

interface StretchQuestionProps {
  readonly shrunk: PaperFit | null;
  readonly busy: boolean;
  readonly onStretch: (fit: PaperFit) => void;
}

/** A page that came out small is better printed again than made up for. */
function StretchQuestion({ shrunk, busy, onStretch }: StretchQuestionProps): JSX.Element | null {
  if (shrunk === null) return null;
  const percent = String(Math.round(shrunk.scaleX * 100));
  const stretch = (
    <Button busy={busy} onPress={() => onStretch(shrunk)}>
      {m.print_test_stretch()}
    </Button>
  );
  return (
    <Notice tone="ask" actions={stretch}>
      {m.print_test_shrunk({ percent })}
    </Notice>
  );
}

const readingWords: Readonly<Record<Reading, () => string>> = {
  across: m.print_read_across,
  down: m.print_read_down,
  left: m.print_read_left,
  top: m.print_read_top,
};

// "Fit to page" shrinks by three per cent or more, both ways alike.
function isShrunk({ scaleX, scaleY }: PaperFit): boolean {
  return scaleX <= 0.985 && scaleY <= 0.985;
}

function lengthFrom(typed: string): number {
  const text = typed.trim().replace(',', '.');
  return text === '' ? Number.NaN : Number(text);
}

function problemText(problem: FitProblem | 'no-name' | null, reading: Reading): string | null {
  if (problem === null || problem === 'no-name' || problem.field !== reading) return null;
  if (!Number.isFinite(problem.read)) return m.print_read_missing();
  if (problem.kind === 'edge-unlikely')
    return m.print_read_edge({ read: numberText(problem.read), length: crossInset });
  const length = problem.field === 'across' ? ruleAcross : ruleDown;
  return m.print_read_length({ read: numberText(problem.read), length });
}
