// Reading a picked file from end to end, slice by slice, as often as needed: nothing of it is kept between the steps but what was learnt.

import { greatestListBytes, type ImportProblem } from '#domain/import/import-problem.ts';
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
  plannerOf,
  type ImportPlan,
  type ListChoices,
  type ListShop,
} from '#formats/csv/import-plan.ts';
import { surveyor, type ListSurvey, type Surveyor } from '#formats/csv/inspect.ts';
import { problemInBytes, problemInText } from '#formats/csv/file-type.ts';

/** What a first reading of a file tells. */
export interface ListReading {
  readonly fileName: string;
  readonly fileHash: string;
  readonly encoding: Encoding;
  readonly survey: ListSurvey;
}

/** Hears how much of the reading is done, from 0 to 1. */
export type OnRead = (share: number) => void;

const headBytes = 65_536;

/** Reads a file for the first time: what it is, how it is encoded, and what its columns hold. */
export async function readList(
  file: File,
  today: Day,
  onRead: OnRead,
): Promise<Result<ListReading, ImportProblem>> {
  if (file.size > greatestListBytes)
    return failed({ kind: 'too-big', bytes: file.size, greatest: greatestListBytes });
  const outside = await readOutside(file, (share) => onRead(share / 2));
  if (!outside.ok) return outside;
  let begun: Surveyor | null = null;
  let problem: ImportProblem | null = null;
  const isRead = await readText(file, outside.value.encoding, {
    take(text) {
      if (begun === null) problem = problemInText(text.slice(0, headBytes));
      begun ??= surveyor(text.slice(0, headBytes), today);
      if (problem === null) begun.feed(text);
    },
    onRead: (share) => onRead(0.5 + share / 2),
  });
  if (!isRead) return failed({ kind: 'unreadable' });
  const survey = surveyOf(begun, problem);
  return survey.ok ? ok({ fileName: file.name, ...outside.value, survey: survey.value }) : survey;
}

/** Reads a file once more, now with its columns known. */
export async function planList(
  file: File,
  { reading, choices, shop }: ListTask,
  onRead: OnRead,
): Promise<Result<ImportPlan, ImportProblem>> {
  const planner = plannerOf(reading.survey, choices, shop);
  if (!planner.ok) return planner;
  const isRead = await readText(file, reading.encoding, { take: planner.value.feed, onRead });
  if (!isRead) return failed({ kind: 'unreadable' });
  const plan = planner.value.end();
  return plan.people.length + plan.visits.length === 0 && plan.problemCount === 0
    ? failed({ kind: 'no-rows' })
    : ok(plan);
}

/** What a second reading goes by. */
export interface ListTask {
  readonly reading: ListReading;
  readonly choices: ListChoices;
  readonly shop: ListShop;
}

function surveyOf(
  begun: Surveyor | null,
  problem: ImportProblem | null,
): Result<ListSurvey, ImportProblem> {
  if (problem !== null) return failed(problem);
  return begun === null ? failed({ kind: 'empty' }) : begun.end();
}

// The fingerprint and the encoding, both of which need every byte.
async function readOutside(
  file: File,
  onRead: OnRead,
): Promise<Result<Pick<ListReading, 'fileHash' | 'encoding'>, ImportProblem>> {
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
    fileHash: await oneHash(hashes),
    encoding: isPlainUtf8 ? first.encoding : 'windows-1252',
  });
}

async function oneHash(hashes: readonly string[]): Promise<string> {
  const [only, ...others] = hashes;
  if (only !== undefined && others.length === 0) return only;
  return sha256Of(new TextEncoder().encode(hashes.join('')));
}

async function readText(
  file: File,
  encoding: Encoding,
  { take, onRead }: { readonly take: (text: string) => void; readonly onRead: OnRead },
): Promise<boolean> {
  const decoder = decoderOf(encoding);
  const isRead = await readSlices(file, (bytes, done) => {
    take(decoder.decode(bytes));
    onRead(done / file.size);
  });
  take(decoder.end());
  return isRead;
}
