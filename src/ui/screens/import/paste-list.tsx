import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { pastedTable, fileFromText } from '#app/list-sources/pasted-list.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { AreaField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';

export interface PasteListProps {
  /** Why it has to be pasted by hand. */
  readonly reason: string;
  readonly onList: (file: File) => void;
}

/** Where the list is pasted by hand. A table goes on at once; text can be seen before. */
export function PasteList({ reason, onList }: PasteListProps): JSX.Element {
  const [text, setText] = useState('');
  const file = fileFromText(text);
  return (
    <>
      <AreaField
        label={m.import_paste_label()}
        hint={reason}
        rows={6}
        spellcheck={false}
        value={text}
        onInput={setText}
        onPaste={(event) => {
          const table = pastedTable(event);
          if (table === null) return;
          event.preventDefault();
          onList(table);
        }}
      />
      {file === null ? null : <Button onPress={() => onList(file)}>{m.import_match_go()}</Button>}
    </>
  );
}
