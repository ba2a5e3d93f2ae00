import { useEffect, useMemo, useState } from 'preact/hooks';
import { suggestChoices } from '#app/import/column-mapping.ts';
import type {
  ImportPreview,
  ImportRequest,
  ParsedList,
  PickedFile,
} from '#app/import/import-types.ts';
import { takeSharedList } from '#app/list-sources/shared-list.ts';
import type { WorkerClient, WorkerProgress } from '#app/worker/protocol.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Result } from '#lib/result.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { hasQuestions, withProposals } from './import-questions.ts';
import {
  hasColumns,
  type ImportFlow,
  type ImportFlowProblem,
  type ImportStep,
  type ListMapping,
  type ListSource,
  type PeopleAnswers,
  type PreviewedList,
} from './import-steps.ts';

/** The steps of an import. The worker does the work, so that the screen never freezes. */
export function useImport(): ImportFlow {
  const { worker } = useDeps();
  const settings = useSettings();
  const [now, show] = useState<ImportStep>({ step: 'pick', problem: null });
  const actions = useMemo(() => createActions(worker, settings, show), [worker, settings]);
  useSharedFile(actions.pick);
  return { now, ...actions };
}

// Opened by another app that shares a list: the same four steps, as if it had been chosen here.
function useSharedFile(pick: ImportFlow['pick']): void {
  useEffect(() => {
    void takeSharedList().then((file) => (file === null ? undefined : pick(file, 'file')));
    // oxlint-disable-next-line react/exhaustive-deps -- once: it is kept no longer
  }, []);
}

type Show = (step: ImportStep) => void;
type Previewed = Result<ImportPreview, ImportFlowProblem>;

function createActions(
  work: WorkerClient,
  settings: Settings,
  show: Show,
): Omit<ImportFlow, 'now'> {
  async function read(file: File, open: PickedFile['open'], source: ListSource): Promise<void> {
    const seen = await work.ask({ kind: 'parse-list', file, open }, busy(show, 'reading'));
    if (!seen.ok) return show({ step: 'pick', problem: seen.problem });
    const mapping = mappingOf(file, seen.value, source);
    if (hasColumns(mapping)) show({ step: 'columns', mapping, problem: null });
    else await preview(mapping);
  }
  async function preview(mapping: ListMapping): Promise<void> {
    const answers: PeopleAnswers = { all: null, byRow: new Map() };
    const seen = await askPreview(work, { mapping, answers, preview: null }, show);
    if (!seen.ok) return show(stepBefore(mapping, seen.problem));
    const isAsked = hasQuestions({ mapping, preview: seen.value }, settings);
    const asked = withProposals(mapping, seen.value);
    const madeWith = { mapping: asked, answers };
    const checked = { ...madeWith, preview: seen.value, madeWith, isAsked };
    if (isAsked) show({ step: 'questions', checked });
    else show({ step: 'check', checked, problem: null });
    // While the owner looks the list over: writing it asks for a fresh snapshot, and finds this
    // one.
    if (seen.value.earlier === null) await work.ask({ kind: 'take-snapshot' });
  }
  return {
    show,
    preview,
    pick: (file, source) => read(file, { encoding: null, sheet: null }, source),
    reread: ({ file, source }, open) => read(file, open, source),
    async check(checked) {
      const { mapping, answers } = checked;
      const seen = await previewAnew(work, checked, show);
      if (!seen.ok) return show(stepBefore(mapping, seen.problem));
      const madeWith = { mapping, answers };
      show({
        step: 'check',
        checked: { ...checked, preview: seen.value, madeWith },
        problem: null,
      });
    },
    async runImport(checked) {
      const task = { kind: 'run-import', ...requestOf(checked) } as const;
      const done = await work.ask(task, busy(show, 'writing'));
      if (done.ok) show({ step: 'done', checked, imported: done.value });
      else show({ step: 'check', checked, problem: done.problem });
    },
    async undo(id) {
      const undone = await work.ask({ kind: 'undo-import', id }, busy(show, 'undoing'));
      show(undone.ok ? { step: 'undone' } : { step: 'pick', problem: undone.problem });
    },
  };
}

type BusyWork = Extract<ImportStep, { readonly step: 'busy' }>['work'];

function busy(show: Show, work: BusyWork): (progress: WorkerProgress) => void {
  show({ step: 'busy', work, done: null });
  return ({ done }) => show({ step: 'busy', work, done });
}

function mappingOf(file: File, reading: ParsedList, source: ListSource): ListMapping {
  return { file, reading, source, choices: suggestChoices(reading) };
}

/** Where a list that cannot be used as chosen is mended. */
function stepBefore(mapping: ListMapping, problem: ImportFlowProblem): ImportStep {
  return hasColumns(mapping) ? { step: 'columns', mapping, problem } : { step: 'pick', problem };
}

// Other choices may make other people, and an answer goes with a person: those that were given one
// by one are passed on once it is known who is who.
async function previewAnew(
  work: WorkerClient,
  checked: PreviewedList,
  show: Show,
): Promise<Previewed> {
  const { mapping, answers, madeWith } = checked;
  const isSameList = mapping === madeWith.mapping;
  if (isSameList && answers === madeWith.answers) return { ok: true, value: checked.preview };
  if (isSameList) return askPreview(work, checked, show);
  const first = await askPreview(work, { mapping, answers, preview: null }, show);
  if (!first.ok || answers.byRow.size === 0) return first;
  return askPreview(work, { mapping, answers, preview: first.value }, show);
}

interface PreviewTask {
  readonly mapping: ListMapping;
  readonly answers: PeopleAnswers;
  /** The one before, which says whom the answers are about. */
  readonly preview: ImportPreview | null;
}

function askPreview(work: WorkerClient, task: PreviewTask, show: Show): Promise<Previewed> {
  return work.ask({ kind: 'preview-import', ...requestOf(task) }, busy(show, 'checking'));
}

function requestOf({ mapping, answers, preview }: PreviewTask): ImportRequest {
  const { file, reading, choices } = mapping;
  const each = (preview?.duplicates ?? []).flatMap(({ person, imported }) => {
    const answer = answers.byRow.get(imported.row ?? 0);
    return answer === undefined ? [] : [{ person, answer }];
  });
  return { file, reading, choices, answers: { all: answers.all, each } };
}
