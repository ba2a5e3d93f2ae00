// From the bytes of a picked file to rows as delimited text: what it is, in which letters it is
// written, which sheet of it is the list. What its rows mean is decided elsewhere.

import type { ListEncoding } from '#domain/import/list-encoding.ts';
import { maxImportBytes, type ImportProblem } from '#domain/import/import-problem.ts';
import { writtenDelimiter } from '#formats/delimited/delimited-text.ts';
import { compoundProblem } from '#formats/file-form/container-problem.ts';
import { fileFormOf, type FileForm } from '#formats/file-form/file-form.ts';
import { isNoText, wideEncodingOf } from '#formats/letters/wide-encoding.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { decideEncoding, type DecidedEncoding } from './decide-encoding.ts';
import { listText } from './list-text.ts';
import { openPastedFile } from './open-pasted.ts';
import { blankList, listIn, type OpenedList } from './opened-list.ts';
import { surveyBytes, type SurveyedBytes } from './survey-bytes.ts';

/** What the shopkeeper has said; null where it is decided here. */
export interface OpenChoices {
  readonly encoding: ListEncoding | null;
  readonly sheet: string | null;
}

/** Opens `file`. Never throws; what is no list is a problem that says what it is. */
export async function openList(
  file: File,
  choices: OpenChoices,
  onRead: (share: number) => void,
): Promise<Result<OpenedList, ImportProblem>> {
  if (file.size > maxImportBytes)
    return failed({ kind: 'too-big', bytes: file.size, greatest: maxImportBytes });
  const pasted = await openPastedFile(file);
  if (pasted !== null) return pasted;
  const surveyed = await surveyBytes(file, (share) => onRead(share / 2));
  if (!surveyed.ok) return surveyed;
  const { head, fileHash } = surveyed.value;
  const task: OpenTask = {
    file,
    choices,
    surveyed: surveyed.value,
    onRead: (share) => onRead((1 + share) / 2),
    blank: { ...blankList, fileName: file.name, fileHash },
  };
  return openForm(task, fileFormOf(head));
}

interface OpenTask {
  readonly file: File;
  readonly choices: OpenChoices;
  readonly surveyed: SurveyedBytes;
  readonly onRead: (share: number) => void;
  readonly blank: OpenedList;
}

function openForm(
  task: OpenTask,
  form: FileForm,
): Promise<Result<OpenedList, ImportProblem>> | Result<OpenedList, ImportProblem> {
  if (form === 'text') return openText(task);
  if (form === 'zip' || form === 'compound') return openContainer(task, form);
  return failed({ kind: form });
}

async function openContainer(
  { file, choices, onRead, blank }: OpenTask,
  form: 'zip' | 'compound',
): Promise<Result<OpenedList, ImportProblem>> {
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return failed({ kind: 'unreadable' });
  if (form === 'compound') return failed(compoundProblem(new Uint8Array(bytes)));
  // Loaded when the first workbook is opened.
  const { readWorkbook } = await import('#formats/workbook/read-workbook.ts');
  const workbook = readWorkbook(new Uint8Array(bytes), { sheet: choices.sheet, onRead });
  if (!workbook.ok) return workbook;
  const { sheets, sheet } = workbook.value;
  // Each sheet is a list of its own: the second one was not imported with the first.
  const isFirst = sheet === null || sheet === sheets[0]?.name;
  const fileHash = isFirst ? blank.fileHash : `${blank.fileHash} ${sheet}`;
  const list = { ...blank, ...workbook.value, fileHash, delimiter: writtenDelimiter };
  return ok({ ...list, kind: 'workbook' });
}

async function openText({
  file,
  choices,
  surveyed,
  onRead,
  blank,
}: OpenTask): Promise<Result<OpenedList, ImportProblem>> {
  if (wideEncodingOf(surveyed.head) === null && isNoText(surveyed.head))
    return failed({ kind: 'binary' });
  const decided = decideEncoding(surveyed);
  const encoding = choices.encoding ?? decided.encoding;
  const text = await listText(file, { encoding, isWhole: surveyed.isUtf8 }, onRead);
  if (text === null) return failed({ kind: 'unreadable' });
  return listIn(text, { ...blank, encoding, ...lettersOf(decided, choices) });
}

function lettersOf(
  { isSure, choices: plausible }: DecidedEncoding,
  { encoding }: OpenChoices,
): Pick<OpenedList, 'encodingChoices' | 'isEncodingSure'> {
  return { encodingChoices: plausible, isEncodingSure: isSure || encoding !== null };
}
