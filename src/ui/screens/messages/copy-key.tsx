import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { copyText } from '#app/messages/copy-text.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';

export interface CopyKeyProps {
  /** Why it has to be copied. */
  readonly why: string;
  readonly text: string;
}

/** For a text that no draft took along. */
export function CopyKey({ why, text }: CopyKeyProps): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <p>{why}</p>
      <Button onPress={() => void copyText(text).then(setCopied)}>
        {isCopied ? m.messages_copied() : m.messages_copy()}
      </Button>
    </>
  );
}
