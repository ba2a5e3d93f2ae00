// What was copied in another app. It is read only when asked for, straight from a tap.

/** Empty where the clipboard holds nothing of that kind. */
export interface CopiedContent {
  readonly html: string;
  readonly text: string;
}

/** What was copied, or null when this browser, or the person who was asked, does not allow it. */
export async function readClipboard(): Promise<CopiedContent | null> {
  const clipboard: Partial<Clipboard> | undefined = navigator.clipboard;
  if (typeof clipboard?.read !== 'function') return null;
  try {
    const items = await clipboard.read();
    return { html: await textIn(items, 'text/html'), text: await textIn(items, 'text/plain') };
  } catch {
    return null;
  }
}

/** What a paste into a field brings. */
export function pastedContent({ clipboardData }: ClipboardEvent): CopiedContent {
  return {
    html: clipboardData?.getData('text/html') ?? '',
    text: clipboardData?.getData('text/plain') ?? '',
  };
}

async function textIn(items: readonly ClipboardItem[], type: string): Promise<string> {
  const item = items.find(({ types }) => types.includes(type));
  return item === undefined ? '' : (await item.getType(type)).text();
}

/** False when the browser did not take it. Call straight from a tap. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
