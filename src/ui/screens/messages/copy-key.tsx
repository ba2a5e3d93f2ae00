import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { copyText } from '#app/messages/copy-text.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';

/** For a text that is too long for a draft. */
export function CopyKey({ text }: { readonly text: string }): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <p>{m.messages_too_long()}</p>
      <Button onPress={() => void copyText(text).then(setCopied)}>
        {isCopied ? m.messages_copied() : m.messages_copy()}
      </Button>
    </>
  );
}
