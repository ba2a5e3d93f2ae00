// A list that was copied in another app: made into a file, so that it is read like any other.

import { pastedNames } from '#domain/import/pasted-names.ts';
import { pastedContent, readClipboard, type CopiedContent } from '#platform/device/clipboard.ts';

/** `refused`: the browser does not let us look. */
export type PastedList = File | 'nothing' | 'refused';

/** The list that was copied. Call straight from a tap. */
export async function readPastedList(): Promise<PastedList> {
  const content = await readClipboard();
  return content === null ? 'refused' : (fileOf(content) ?? 'nothing');
}

/** The table that is being pasted into a field, or null when it is text: then it stays there. */
export function pastedTable(event: ClipboardEvent): File | null {
  const { html } = pastedContent(event);
  return hasTable(html) ? htmlFile(html) : null;
}

/** `text` as a file, or null when there is none. */
export function fileFromText(text: string): File | null {
  return text.trim() === '' ? null : new File([text], pastedNames.text, { type: 'text/plain' });
}

// A program that copies text as a page of text says less in it than in the text itself.
function fileOf({ html, text }: CopiedContent): File | null {
  if (hasTable(html)) return htmlFile(html);
  return fileFromText(text) ?? (html.trim() === '' ? null : htmlFile(html));
}

function hasTable(html: string): boolean {
  return /<table[\s>]/iu.test(html);
}

function htmlFile(html: string): File {
  return new File([html], pastedNames.html, { type: 'text/html' });
}
