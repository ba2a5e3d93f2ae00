import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { readPastedList } from '#app/list-sources/pasted-list.ts';
import { hasPhoneContacts, pickPhoneContacts } from '#app/list-sources/phone-contacts.ts';
import type { ImportFlow, ImportFlowProblem } from './import-steps.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { FileButton } from '#ui/parts/controls/file-button.tsx';
import { m } from '#ui/messages.ts';
import { PasteList } from './paste-list.tsx';
import { PastImports } from './past-imports.tsx';
import './pick-step.css';
import { ProblemNotice } from './problem-notice.tsx';

export interface PickStepProps {
  readonly wizard: ImportFlow;
  readonly problem: ImportFlowProblem | null;
}

/** Choosing the list, or undoing an earlier import. */
export function PickStep({ wizard, problem }: PickStepProps): JSX.Element {
  return (
    <>
      <ProblemNotice problem={problem} />
      <Card title={m.import_pick_title()}>
        <p>{m.import_pick_words()}</p>
        <Sources wizard={wizard} />
        <p class="type_small type_sub">{m.import_pick_hint()}</p>
      </Card>
      <PastImports onUndo={wizard.undo} />
    </>
  );
}

/** Where a list may come from: a file, what was copied, and on some phones the contacts. */
function Sources({ wizard }: Pick<PickStepProps, 'wizard'>): JSX.Element {
  const [byHand, setByHand] = useState<'nothing' | 'refused' | null>(null);
  const onFile = (file: File): void => void wizard.pick(file, 'file');
  async function paste(): Promise<void> {
    const pasted = await readPastedList();
    if (pasted instanceof File) onFile(pasted);
    else setByHand(pasted);
  }
  async function pickContacts(): Promise<void> {
    const list = await pickPhoneContacts();
    if (list !== null) await wizard.pick(list, 'contacts');
  }
  return (
    <>
      <div class="line line-level pick-step_keys">
        <FileButton kind="primary" accept={acceptedFiles} onFile={onFile}>
          {m.import_pick_key()}
        </FileButton>
        <Button onPress={() => void paste()}>{m.import_pick_paste()}</Button>
        {hasPhoneContacts() ? (
          <Button onPress={() => void pickContacts()}>{m.import_pick_contacts()}</Button>
        ) : null}
      </div>
      {byHand === null ? null : (
        <div class="pick-step_paste" aria-live="polite">
          <PasteList
            reason={byHand === 'nothing' ? m.import_paste_nothing() : m.import_paste_refused()}
            onList={onFile}
          />
        </div>
      )}
    </>
  );
}

// Also what we only name and send back with a way out: a greyed-out file says nothing. With a list
// of kinds an iPad opens its files, and does not ask about photos first.
const acceptedFiles = [
  '.csv,.tsv,.tab,.txt,.prn,.xlsx,.xlsm,.xls,.xltx,.ods,.numbers,.vcf,.vcard,.html,.htm,.xml',
  '.zip,.pdf,.json,text/*,application/vnd.ms-excel,application/zip,application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/vcard,text/x-vcard',
  'application/octet-stream',
].join(',');
