// Addresses that open a draft in one of the tablet's own apps. Nothing is sent by us, and no link
// leads to another web address. Programs cut links of about 2,000 letters, so none is longer than
// 1,900: what does not fit is copied instead.

import type { MessageWay } from './message-way.ts';

export const maxLinkLength = 1_900;
/** Of one draft: mail services take more for a letter of advertising. */
export const maxReceivers = 40;

export interface MessageText {
  /** Only emails have one. */
  readonly subject: string;
  readonly body: string;
}

/** Whom a draft is for: email addresses, or one number. */
export interface DraftLink {
  readonly addresses: readonly string[];
  readonly href: string;
  /** Whether the text is in it; if not, it is to be copied. */
  readonly hasText: boolean;
}

/** A draft for one person. `address` is an email address, or digits as they are dialled. */
export function personalLink(way: MessageWay, address: string, text: MessageText): DraftLink {
  const addresses = [address];
  const whole = linkTo(way, address, text);
  if (whole.length <= maxLinkLength) return { addresses, href: whole, hasText: way !== 'call' };
  return { addresses, href: linkTo(way, address, { subject: '', body: '' }), hasText: false };
}

/**
 * Drafts that everybody gets unseen by the others, as few as links of that length allow. `own`: the
 * shop's address, to which they go in sight; empty for none.
 */
export function hiddenLinks(
  addresses: readonly string[],
  text: MessageText,
  own: string,
): readonly DraftLink[] {
  const isLong = hiddenLink(addresses.slice(0, 1), text, own).length > maxLinkLength;
  const written = isLong ? { subject: '', body: '' } : text;
  return batchesOf(addresses, written, own).map((batch) => ({
    addresses: batch,
    href: hiddenLink(batch, written, own),
    hasText: !isLong,
  }));
}

function batchesOf(
  addresses: readonly string[],
  text: MessageText,
  own: string,
): readonly (readonly string[])[] {
  const batches: string[][] = [];
  for (const address of addresses) {
    const last = batches.at(-1);
    const fits =
      last !== undefined &&
      last.length < maxReceivers &&
      hiddenLink([...last, address], text, own).length <= maxLinkLength;
    if (fits) last.push(address);
    else batches.push([address]);
  }
  return batches;
}

function hiddenLink(bcc: readonly string[], text: MessageText, own: string): string {
  const hidden = `bcc=${bcc.map(encodeAddress).join(',')}`;
  return `mailto:${encodeAddress(own)}?${[hidden, ...textParts(text)].join('&')}`;
}

function linkTo(way: MessageWay, address: string, text: MessageText): string {
  const body = encodeText(text.body);
  switch (way) {
    case 'email':
      return withQuery(`mailto:${encodeAddress(address)}`, textParts(text));
    case 'text':
      // One system wants "&" before the body, the others "?": both together serve both.
      return body === '' ? `sms:${address}` : `sms:${address}?&body=${body}`;
    case 'chat':
      return withQuery('whatsapp://send', [
        `phone=${address.replace('+', '')}`,
        ...(body === '' ? [] : [`text=${body}`]),
      ]);
    case 'call':
      return callLink(address);
  }
}

/** Rings `number`, digits as they are dialled. */
export function callLink(number: string): string {
  return `tel:${number}`;
}

function withQuery(start: string, parts: readonly string[]): string {
  return parts.length === 0 ? start : `${start}?${parts.join('&')}`;
}

function textParts({ subject, body }: MessageText): readonly string[] {
  return [
    ...(subject === '' ? [] : [`subject=${encodeText(subject)}`]),
    ...(body === '' ? [] : [`body=${encodeText(body)}`]),
  ];
}

// The at sign may stand: programs are used to it.
function encodeAddress(address: string): string {
  return encodeURIComponent(address.trim()).replaceAll('%40', '@');
}

const halfLetter = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

// Lines end as in a mail. Half a letter, which no address can hold, becomes a mark.
function encodeText(text: string): string {
  return encodeURIComponent(text.replaceAll(halfLetter, '\uFFFD').replaceAll(/\r?\n/gu, '\r\n'));
}
