// A text for another app of the tablet.

import { writeClipboard } from '#platform/device/clipboard.ts';

/** False when the browser did not take it. Call straight from a tap. */
export async function copyText(text: string): Promise<boolean> {
  return writeClipboard(text);
}
