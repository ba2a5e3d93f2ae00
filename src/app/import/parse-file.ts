// Reads a picked file in slices, once for each step; only its profile stays in memory.

import { maxImportBytes, type ImportProblem } from '#domain/import/import-problem.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import {
  decoderOf,
  encodingOf,
  sha256Of,
  utf8Check,
  type Encoding,
} from '#platform/files/bytes.ts';
import { readSlices } from '#platform/files/files.ts';
import {
  createPlanner,
  type ImportPlan,
  type ImportChoices,
  type ImportContext,
} from '#formats/csv/import-plan.ts';
import { csvInspector, type CsvProfile, type CsvInspector } from '#formats/csv/inspect.ts';
import { problemInBytes, problemInText } from '#formats/csv/file-type.ts';

/** What the first reading gives. */
export interface ParsedFile {
  readonly fileName: string;
  readonly fileHash: string;
  readonly encoding: Encoding;
  readonly profile: CsvProfile;
}

/** Called with the share that is done, from 0 to 1. */
export type OnShare = (share: number) => void;

const headBytes = 65_536;

/** Reads a file for the first time: its type, its encoding, and what its columns hold. */
export async function parseFile(
  file: File,
  today: Day,
  onRead: OnShare,
): Promise<Result<ParsedFile, ImportProblem>> {
  if (file.size > maxImportBytes)
    return failed({ kind: 'too-big', bytes: file.size, greatest: maxImportBytes });
  const outside = await detectEncoding(file, (share) => onRead(share / 2));
  if (!outside.ok) return outside;
  let begun: CsvInspector | null = null;
  let problem: ImportProblem | null = null;
  const isRead = await readText(file, outside.value.encoding, {
    take(text) {
      if (begun === null) problem = problemInText(text.slice(0, headBytes));
      begun ??= csvInspector(text.slice(0, headBytes), today);
      if (problem === null) begun.feed(text);
    },
    onRead: (share) => onRead(0.5 + share / 2),
  });
  if (!isRead) return failed({ kind: 'unreadable' });
  const profile = surveyOf(begun, problem);
  return profile.ok
    ? ok({ fileName: file.name, ...outside.value, profile: profile.value })
    : profile;
}

/** Reads a file again, now with its columns known. */
export async function planImport(
  file: File,
  { reading, choices, shop }: PlanTask,
  onRead: OnShare,
): Promise<Result<ImportPlan, ImportProblem>> {
  const planner = createPlanner(reading.profile, choices, shop);
  if (!planner.ok) return planner;
  const isRead = await readText(file, reading.encoding, { take: planner.value.feed, onRead });
  if (!isRead) return failed({ kind: 'unreadable' });
  const plan = planner.value.end();
  return plan.people.length + plan.visits.length === 0 && plan.problemCount === 0
    ? failed({ kind: 'no-rows' })
    : ok(plan);
}

interface PlanTask {
  readonly reading: ParsedFile;
  readonly choices: ImportChoices;
  readonly shop: ImportContext;
}

function surveyOf(
  begun: CsvInspector | null,
  problem: ImportProblem | null,
): Result<CsvProfile, ImportProblem> {
  if (problem !== null) return failed(problem);
  return begun === null ? failed({ kind: 'empty' }) : begun.end();
}

// The hash and the encoding, both of which need every byte.
async function detectEncoding(
  file: File,
  onRead: OnShare,
): Promise<Result<Pick<ParsedFile, 'fileHash' | 'encoding'>, ImportProblem>> {
  const check = utf8Check();
  const hashes: string[] = [];
  const first: { encoding: Encoding; problem: ImportProblem | null } = {
    encoding: 'utf-8',
    problem: { kind: 'empty' },
  };
  const isRead = await readSlices(file, async (bytes, done) => {
    if (hashes.length === 0) {
      first.encoding = encodingOf(bytes);
      const zeros = first.encoding === 'utf-8' ? 'data' : 'letters';
      first.problem = problemInBytes(bytes.subarray(0, headBytes), zeros);
    }
    if (first.problem !== null) return;
    check.feed(bytes);
    hashes.push(await sha256Of(bytes));
    onRead(done / file.size);
  });
  if (!isRead) return failed({ kind: 'unreadable' });
  if (first.problem !== null) return failed(first.problem);
  const isPlainUtf8 = first.encoding !== 'utf-8' || check.end();
  return ok({
    fileHash: await combinedHash(hashes),
    encoding: isPlainUtf8 ? first.encoding : 'windows-1252',
  });
}

async function combinedHash(hashes: readonly string[]): Promise<string> {
  const [only, ...others] = hashes;
  if (only !== undefined && others.length === 0) return only;
  return sha256Of(new TextEncoder().encode(hashes.join('')));
}

async function readText(
  file: File,
  encoding: Encoding,
  { take, onRead }: { readonly take: (text: string) => void; readonly onRead: OnShare },
): Promise<boolean> {
  const decoder = decoderOf(encoding);
  const isRead = await readSlices(file, (bytes, done) => {
    take(decoder.decode(bytes));
    onRead(done / file.size);
  });
  take(decoder.end());
  return isRead;
}
